// A node of the package on an account of the stand-in: n8n's part is played by as little as the node asks of it.
import type { IExecuteFunctions, INodeProperties, INodeType } from 'n8n-workflow';

import type { Cin7 } from '../../sandbox/cin7/cin7.mts';
import { exampleKey } from '../../sandbox/cin7/cin7.mts';

export interface Executed {
	items: Record<string, any>[];
	paired: unknown[];
	/** How often parameters were read. */
	parametersRead: number;
	hints: string[];
}

interface Options {
	/** What the credential holds besides the connection. */
	credential?: Record<string, unknown>;
	continueOnFail?: boolean;
}

/** A value for all items, or a function of the item, as an expression is. */
type Parameters = Record<string, unknown>;

let connection = 0;

/** Executes a node with these parameters; what is not given has its default. */
export async function execute(
	node: INodeType,
	cin7: Cin7,
	items: object[],
	parameters: Parameters,
	{ credential = {}, continueOnFail = false }: Options = {},
): Promise<Executed> {
	let parametersRead = 0;
	const hints: string[] = [];
	// Every execution has limits of its own.
	connection += 1;
	const context = {
		getNode: () => ({ name: node.description.displayName, type: node.description.name }),
		getInputData: () => items.map((json) => ({ json })),
		getTimezone: () => 'Australia/Sydney',
		continueOnFail: () => continueOnFail,
		addExecutionHints: (...given: { message: string }[]) =>
			hints.push(...given.map(({ message }) => message)),
		getCredentials: async () => ({
			...exampleKey,
			baseUrl: `https://cin7.example.com/${connection}/api/v1`,
			requestsPerSecond: 0,
			requestsPerMinute: 0,
			requestsPerDay: 0,
			...credential,
		}),
		getNodeParameter(path: string, item: number, fallback?: unknown) {
			parametersRead += 1;
			return given(node.description.properties, parameters, path, item) ?? fallback;
		},
		helpers: {
			httpRequestWithAuthentication: async (_: string, options: any) => await answer(cin7, options),
		},
	};
	const [output] = (await node.execute!.call(context as unknown as IExecuteFunctions)) as {
		json: Record<string, any>;
		pairedItem: unknown;
	}[][];
	return {
		items: output.map(({ json }) => json),
		paired: output.map(({ pairedItem }) => pairedItem),
		parametersRead,
		hints,
	};
}

function given(properties: INodeProperties[], parameters: Parameters, path: string, item: number) {
	const [name, ...rest] = path.split('.');
	const shown = properties.filter((one) => one.name === name && isShown(one, parameters));
	if (shown.length === 0) throw new Error(`Could not get parameter ${name}: it is not shown`);
	const value = parameters[name] ?? shown[0].default;
	const own = typeof value === 'function' ? value(item) : value;
	return rest.reduce((inner, key) => inner?.[key], own);
}

function isShown({ displayOptions }: INodeProperties, parameters: Parameters): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(
		([name, values]) =>
			parameters[name] === undefined || (values as unknown[]).includes(parameters[name]),
	);
}

async function answer(cin7: Cin7, options: any) {
	const url = new URL(options.url);
	const { status, headers, body, transport } = await cin7.handle({
		method: options.method,
		path: url.pathname.replace(/^\/\d+/, ''),
		query: url.search.slice(1),
		headers: {
			authorization: `Basic ${btoa(`${exampleKey.username}:${exampleKey.apiKey}`)}`,
			...options.headers,
		},
		body: options.body ?? '',
	});
	if (transport) throw Object.assign(new Error('no answer'), { code: 'ECONNRESET' });
	return { statusCode: status, headers, body };
}
