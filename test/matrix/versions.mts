// The versions of n8n that the package is tried on. Add one here; `npm run test:matrix` does the rest.

export interface MatrixVersion {
	n8n: string;
	/** Of Node, as npm has it: of the oldest line that this n8n supports and that is maintained. */
	node: string;
	/** What stands in for dependencies of n8n that cannot be had, or no longer fit: nothing that is tried here uses them. */
	overrides?: Record<string, string | Record<string, string>>;
	/** What n8n's own packages find beside them by luck only, with the version that fits. */
	beside?: Record<string, string>;
}

/** Newer ones want a package that registries may lack. */
const linkedom = '0.18.12';
/** n8n takes it from its maker's server instead of npm. */
const xlsx = '0.18.5';
/** Newer ones want a newer @langchain/core than n8n's. */
const checkpoint = { '@langchain/langgraph-checkpoint': '1.0.0' };
/** The same of what langchain takes. */
const langgraph = { langchain: { '@langchain/langgraph': '1.1.2' } };
/** An old version comes first otherwise. */
const beside = { '@opentelemetry/core': '2.1.0' };

/** Newest first. 2.41.1 is that of `npm start` and `npm test` (sandbox/n8n/package.json). */
export const versions: MatrixVersion[] = [
	{ n8n: '2.41.3', node: '24.21.0', overrides: { linkedom } },
	{ n8n: '2.41.1', node: '24.21.0' },
	{ n8n: '2.36.9', node: '22.23.3', overrides: { linkedom } },
	{ n8n: '2.35.7', node: '22.23.3', overrides: { linkedom } },
	{
		n8n: '2.27.4',
		node: '22.23.3',
		overrides: { linkedom, xlsx, ...checkpoint, ...langgraph },
		beside,
	},
	{ n8n: '2.15.1', node: '22.23.3', overrides: { xlsx, ...checkpoint, ...langgraph }, beside },
	{ n8n: '2.4.8', node: '22.23.3', overrides: { xlsx, ...checkpoint } },
	{ n8n: '1.123.81', node: '22.23.3', overrides: { xlsx, ...checkpoint } },
];
