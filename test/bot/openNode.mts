// The node Batch Ecommerce Orders on an account of the stand-in, in memory: n8n's part is played by as little as the node
// asks of it.
import { NodeHelpers, type IExecuteFunctions, type INode } from 'n8n-workflow';

import { BatchEcommerceOrders } from '../../nodes/BatchEcommerceOrders/BatchEcommerceOrders.node';
import { accountClock } from '../../sandbox/cin7/clock.mts';
import { createCin7, exampleKey, type Cin7 } from '../../sandbox/cin7/cin7.mts';
import type { Bot } from '../../sandbox/scenario/bot.mts';
import type { Cin7Rows } from '../../sandbox/scenario/scenario.mts';
import { probed } from './probed.mts';

type Row = Record<string, any>;

export interface Outputs {
	batches: Row[];
	skipped: Row[];
	summary: Row[];
}

interface Circumstances {
	/** n8n's On Error. */
	onError?: INode['onError'];
	/** What comes in. */
	items?: Row[];
	/** The key of the credential. */
	apiKey?: string;
}

export interface OpenNode {
	cin7: Cin7;
	/** A parameter is a value, or a function of the input item as an expression is. */
	execute(parameters: Row, circumstances?: Circumstances): Promise<Outputs>;
}

let connections = 0;

export function openNode(rows: Cin7Rows, bot: Bot, now: number): OpenNode {
	const cin7 = createCin7({ rows: probed(rows), clock: accountClock(now, false) });
	const node = new BatchEcommerceOrders();
	return {
		cin7,
		async execute(parameters, { onError = 'stopWorkflow', items = [{}], apiKey } = {}) {
			connections += 1;
			const given = resolved(node, { ...panelOf(bot), ...parameters });
			const context = {
				getNode: () => ({ name: 'Bot', type: node.description.name, onError }),
				getInputData: () => items.map((json) => ({ json })),
				getTimezone: () => bot.zone,
				getInstanceBaseUrl: () => 'https://n8n.example.com/',
				getWorkflow: () => ({ id: 'workflow1', name: 'A bot' }),
				getExecutionId: () => '42',
				continueOnFail: () => onError !== 'stopWorkflow',
				getExecutionCancelSignal: () => undefined,
				getCredentials: async () => ({
					...exampleKey,
					...(apiKey !== undefined && { apiKey }),
					baseUrl: `https://cin7.example.com/${connections}/api/v1`,
					requestsPerSecond: 0,
					requestsPerMinute: 0,
					requestsPerDay: 0,
				}),
				getNodeParameter(path: string, index: number, fallback?: unknown) {
					const [name, ...rest] = path.split('.');
					const value = typeof given[name] === 'function' ? given[name](items[index]) : given[name];
					return rest.reduce((inner, key) => inner?.[key], value) ?? fallback;
				},
				helpers: {
					httpRequestWithAuthentication: async (_: string, options: Row) =>
						await answer(cin7, options, apiKey ?? exampleKey.apiKey),
				},
			};
			const outputs = await node.execute.call(context as unknown as IExecuteFunctions);
			const [batches, skipped, summary] = outputs.map((all) => all.map(({ json }) => json));
			return { batches, skipped, summary };
		},
	};
}

/** What the panel shows with these choices, with its defaults: n8n gives a node nothing else. */
function resolved({ description }: BatchEcommerceOrders, parameters: Row): Row {
	const chosen = Object.fromEntries(
		Object.entries(parameters).filter(([, value]) => typeof value !== 'function'),
	);
	const instance = { typeVersion: 1, parameters: chosen } as unknown as INode;
	const shown = NodeHelpers.getNodeParameters(
		description.properties,
		chosen,
		true,
		false,
		instance,
		description,
	);
	return {
		...shown,
		...Object.fromEntries(Object.entries(parameters).filter(([name]) => !(name in chosen))),
	};
}

function panelOf(bot: Bot): Row {
	const chosen = (value: string) => ({ __rl: true, mode: 'name', value });
	return {
		operation: 'preview',
		botName: bot.botName,
		batchingOptions: {
			rows: bot.rows.map(({ channel, paymentType }) => ({
				channel: chosen(channel),
				paymentType: chosen(paymentType),
				cutOff: 'endOfDay',
			})),
		},
		batchCustomer: { __rl: true, mode: 'id', value: String(bot.customerId) },
		batchProduct: { __rl: true, mode: 'code', value: bot.productCode },
		summaryEmail: { __rl: true, mode: 'email', value: bot.summaryEmail },
		options: {},
	};
}

async function answer(cin7: Cin7, { method, url, body }: Row, apiKey: string) {
	const { pathname, search } = new URL(url);
	const { transport, ...given } = await cin7.handle({
		method,
		path: pathname.replace(/^\/\d+/, ''),
		query: search.slice(1),
		headers: {
			authorization: `Basic ${btoa(`${exampleKey.username}:${apiKey}`)}`,
			'content-type': 'application/json',
		},
		body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
	});
	if (transport) throw new Error(transport);
	return { statusCode: given.status, headers: given.headers, body: given.body };
}
