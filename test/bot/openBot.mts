// A bot on an account of the stand-in, in memory: the package's own client, planner and saga, and no n8n around them.
import type { DocumentSettings } from '../../lib/batching/document';
import { previewBatches } from '../../lib/batching/preview';
import { runBatches } from '../../lib/batching/run/run';
import type { BatchSettings } from '../../lib/batching/settings';
import type { CutOff } from '../../lib/time/cutOff';
import { createCin7Client } from '../../lib/cin7/client';
import { createLimiter } from '../../lib/cin7/limiter';
import { branches } from '../../lib/cin7/resources';
import type { Transport } from '../../lib/cin7/transport';
import type { AccountClock } from '../../sandbox/cin7/clock.mts';
import { accountClock } from '../../sandbox/cin7/clock.mts';
import type { Cin7 } from '../../sandbox/cin7/cin7.mts';
import { createCin7, exampleKey } from '../../sandbox/cin7/cin7.mts';
import type { Bot } from '../../sandbox/scenario/bot.mts';
import type { Cin7Rows } from '../../sandbox/scenario/scenario.mts';
import { probed } from './probed.mts';

/** The settings that the node's panel would hold for a bot of a scenario. */
export function settingsOf(bot: Bot): BatchSettings {
	return {
		botName: bot.botName,
		rows: bot.rows.map(({ channel, paymentType, cutOff }) => ({
			channel,
			paymentType,
			cutOff: cutOffOf(cutOff),
		})),
		branchIds: bot.branchIds,
		zone: bot.zone,
		lookBackDays: bot.lookBackDays,
		batchPer: 'day',
		partlySelectedOrders: 'leave',
		depositPaymentTypes: bot.depositPaymentTypes,
		channelField: { from: 'source' },
	};
}

function cutOffOf(text: string): CutOff {
	if (text === 'Ignore') return { kind: 'ignore' };
	if (text === 'End of day') return { kind: 'endOfDay' };
	const [hour, minute] = text.split(':').map(Number);
	return { kind: 'time', hour, minute };
}

export function documentSettingsOf(bot: Bot): DocumentSettings {
	return {
		botName: bot.botName,
		zone: bot.zone,
		customerId: bot.customerId,
		productCode: bot.productCode,
		doNotTransferStatus: 9,
		accounts: { freight: '', surcharge: '', discount: '', rounding: '' },
		partlySelectedOrders: 'leave',
		posting: 'cin7',
	};
}

/** Carries the client's calls to the engine, without sockets. */
export function engineTransport(cin7: Cin7): Transport {
	const authorization = `Basic ${btoa(`${exampleKey.username}:${exampleKey.apiKey}`)}`;
	return async ({ method, path, query = '', body }) => {
		const answer = await cin7.handle({
			method,
			path: `/api/v1/${path}`,
			query,
			headers: { authorization, 'content-type': 'application/json' },
			body: body === undefined ? '' : JSON.stringify(body),
		});
		return answer.transport ? { noAnswer: answer.transport } : answer;
	};
}

export interface OpenBot {
	cin7: Cin7;
	clock: AccountClock;
	settings: BatchSettings;
	preview(): ReturnType<typeof previewBatches>;
	run(): ReturnType<typeof runBatches>;
	/** Calls since the last time this was asked. */
	calls(): string[];
}

/**
 * Opens an account with these rows at an instant; its clock stands still until it is set.
 * @param isProbed whether the bot has found out before what the account keeps of its writes
 * @param between what stands between the client and the engine, for tests in which calls get lost
 */
export function openBot(
	rows: Cin7Rows,
	bot: Bot,
	now: string,
	between: (transport: Transport) => Transport = (transport) => transport,
	isProbed = true,
): OpenBot {
	const clock = accountClock(Date.parse(now), false);
	const cin7 = createCin7({ rows: isProbed ? probed(rows) : rows, clock });
	const sleep = () => Promise.resolve();
	const transport = between(engineTransport(cin7));
	/** Of a process of its own: tests hold one run back while another goes on. */
	const newClient = () =>
		createCin7Client({
			transport,
			limiter: createLimiter({ perSecond: 0, perMinute: 0, perDay: 0 }, { now: Date.now, sleep }),
			sleep,
		});
	const settings = settingsOf(bot);
	let runs = 0;
	return {
		cin7,
		clock,
		settings,
		async preview() {
			const client = newClient();
			return await previewBatches(client, settings, clock.now(), await client.all(branches));
		},
		async run() {
			const client = newClient();
			const known = await client.all(branches);
			runs += 1;
			const claim = `test-${runs}`;
			return await runBatches(client, settings, documentSettingsOf(bot), clock.now(), known, claim);
		},
		calls() {
			const calls = cin7.log.list().map(({ method, resource }) => `${method} ${resource}`);
			cin7.log.clear();
			return calls;
		},
	};
}
