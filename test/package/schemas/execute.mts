// Executes a node of the package on the stand-ins, in memory, with as little of n8n as it asks for. All its outputs.
import type { IExecuteFunctions, INodeProperties, INodeType } from 'n8n-workflow';

import type { Amazon } from '../../../sandbox/amazon/amazon.mts';
import { exampleApp } from '../../../sandbox/amazon/apps.mts';
import type { Cin7 } from '../../../sandbox/cin7/cin7.mts';
import { exampleKey } from '../../../sandbox/cin7/cin7.mts';

export type Items = Record<string, any>[];

/** What the node asks. */
type Answer = (options: any) => Promise<unknown>;

/** The two services behind one name. @param services those that the node may ask */
export function world({ cin7, amazon }: { cin7?: Cin7; amazon?: Amazon }): Answer {
	return async ({ method, url, headers, body = '' }) => {
		const { hostname, pathname, search } = new URL(url);
		const request = { method, path: pathname, query: search.slice(1), body };
		const service = hostname.startsWith('cin7') ? cin7 : amazon;
		if (service === undefined) throw new Error(`Nothing is at ${url}`);
		const authorization = `Basic ${btoa(`${exampleKey.username}:${exampleKey.apiKey}`)}`;
		const own = service === cin7 ? { authorization, ...headers } : lowerCase(headers);
		const answer = await service.handle({ ...request, headers: own });
		return {
			statusCode: answer.status,
			headers: lowerCase(answer.headers),
			body: answer.body,
		};
	};
}

function lowerCase(headers: object): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}

const amazonApp = {
	clientId: exampleApp.clientId,
	clientSecret: exampleApp.clientSecret,
	refreshToken: exampleApp.refreshToken,
	region: 'custom',
	spApiUrl: 'https://amazon.example.com',
	lwaUrl: 'https://amazon.example.com/auth/o2/token',
};

const cin7Connection = {
	...exampleKey,
	baseUrl: 'https://cin7.example.com/api/v1',
	requestsPerSecond: 0,
	requestsPerMinute: 0,
	requestsPerDay: 0,
	doNotTransferStatus: '5',
};

interface Options {
	continueOnFail?: boolean;
	/** Items of the second input and those after it. */
	furtherInputs?: readonly (readonly object[])[];
}

/** Executes a node; parameters that are not given have their defaults. */
export async function execute(
	node: INodeType,
	ask: Answer,
	items: readonly object[],
	parameters: Record<string, unknown>,
	{ continueOnFail = false, furtherInputs = [] }: Options = {},
): Promise<Items[]> {
	const { name, displayName, properties } = node.description;
	const inputs = [items, ...furtherInputs];
	const context = {
		getNode: () => ({ id: '1', name: displayName, type: name, typeVersion: 1, parameters }),
		getWorkflow: () => ({ id: '1', name: 'A workflow', active: false }),
		getExecutionId: () => '1',
		getMode: () => 'manual',
		getInstanceBaseUrl: () => 'https://n8n.example.com/',
		evaluateExpression: () => 'https://n8n.example.com/workflow/1/executions/1',
		getInputData: (input = 0) => inputs[input]?.map((json) => ({ json })),
		getTimezone: () => 'Australia/Sydney',
		continueOnFail: () => continueOnFail,
		addExecutionHints: () => undefined,
		getCredentials: async (type: string) => (type === 'cin7OmniApi' ? cin7Connection : amazonApp),
		getNodeParameter: (path: string, _item: number, fallback?: unknown) =>
			valueOf(properties, parameters, path) ?? fallback,
		helpers: {
			httpRequest: ask,
			httpRequestWithAuthentication: async (_: string, options: unknown) => await ask(options),
		},
	};
	const outputs = await node.execute!.call(context as unknown as IExecuteFunctions);
	return (outputs as { json: Items[0] }[][]).map((output) => output.map(({ json }) => json));
}

function valueOf(properties: INodeProperties[], given: Record<string, unknown>, path: string) {
	const [name, ...rest] = path.split('.');
	const shown = properties.find((one) => one.name === name && isShown(one, given));
	const value: unknown = given[name] ?? shown?.default;
	return rest.reduce((inner: any, key) => inner?.[key], value);
}

function isShown({ displayOptions }: INodeProperties, given: Record<string, unknown>): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(
		([name, values]) => given[name] === undefined || (values as unknown[]).includes(given[name]),
	);
}
