// What the account keeps of the bot's writes is found out on an order and a payment of the bot's own, once, and what is
// missing is said before any batch is made.
import { AccountUnfit } from '../../lib/batching/capabilities';
import type { Transport } from '../../lib/cin7/transport';
import { verify } from '../../sandbox/n8n/verify.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { openBot, type OpenBot } from './openBot.mts';

const now = '2026-06-15T20:30:00Z';
const { scenario, bot: settings } = sixGroups({
	now,
	payments: 24,
	negativeGroup: true,
	splitTender: true,
});

type Row = Record<string, any>;

function open(between?: (transport: Transport) => Transport): OpenBot {
	return openBot(scenario.cin7, settings, now, between, false);
}

function ledger({ cin7 }: OpenBot): Record<string, Row[]> {
	return cin7.ledger() as never;
}

function probeOf(bot: OpenBot): Row {
	return ledger(bot).salesOrders.find(({ reference }) => reference === 'BATCH-PROBE') ?? {};
}

function documents(bot: OpenBot): Row[] {
	return ledger(bot).salesOrders.filter(({ reference }) => /^BATCH-\d+$/.test(reference));
}

function differences(bot: OpenBot): string[] {
	const at = Date.parse(now);
	return verify(ledger(bot) as never, [], [], { from: at, until: at, ended: at }).differences;
}

it('is asked once per account: the answer stands on the probe and on every document', async () => {
	const bot = open();
	const first = await bot.run();
	expect([first.batches.length, first.shortcomings, differences(bot)]).toEqual([6, [], []]);
	expect(probeOf(bot)).toMatchObject({ status: 'DRAFT', total: 0, invoiceDate: null });
	expect(probeOf(bot).internalComments).toContain('{"room":400000,"lacks":[]}');
	expect(ledger(bot).payments.filter(({ orderId }) => orderId === probeOf(bot).id)).toEqual([]);
	for (const { internalComments } of documents(bot)) {
		expect(internalComments).toContain('"account":{"room":400000,"lacks":[]}');
	}
	const firstCalls = bot.calls().length;
	const probed = openBot(scenario.cin7, settings, now);
	await probed.run();
	expect(firstCalls - probed.calls().length).toBeLessThanOrEqual(14);
});

it.each([
	['Payments', 'reconcileDate', /reconcile date of a payment/],
	['SalesOrders', 'accountingAttributes', /Do Not Import/],
	['SalesOrders', 'invoiceDate', /invoice date of an order/],
])('an account that does not keep %s %s: said before any batch', async (resource, field, words) => {
	const bot = open();
	const before = JSON.stringify(ledger(bot).payments);
	bot.cin7.set({ ignoredFields: { [resource]: [field] } });
	await expect(bot.run()).rejects.toThrow(AccountUnfit);
	await expect(bot.run()).rejects.toThrow(words);
	expect(documents(bot)).toEqual([]);
	expect(JSON.stringify(ledger(bot).payments)).toBe(before);
	// A person puts it right: the next run finds that out.
	bot.cin7.set({ ignoredFields: { [resource]: [] } });
	expect((await bot.run()).batches).toHaveLength(6);
	expect(differences(bot)).toEqual([]);
});

it('an account without comments on payments: batches are made, and it is said', async () => {
	const bot = open();
	bot.cin7.set({ ignoredFields: { Payments: ['comments'] } });
	const result = await bot.run();
	expect(result.shortcomings).toEqual([expect.stringMatching(/comments of a payment/)]);
	expect([result.batches.length, differences(bot)]).toEqual([6, []]);
	// The next run knows it from the documents.
	expect(documents(bot)[0].internalComments).toContain('"lacks":["comments"]');
});

it('an account that cannot clear a date: batches are made, and it is said', async () => {
	const bot = open();
	bot.cin7.set({ emptyTextClearsDates: false });
	const result = await bot.run();
	expect(result.shortcomings).toEqual([expect.stringMatching(/must be cleared by hand/)]);
	expect([result.batches.length, differences(bot)]).toEqual([6, []]);
});

it.each(['refuse', 'truncate'] as const)(
	'comments too short for a list of members (%s): said before any batch',
	async (tooLongText) => {
		const bot = open();
		bot.cin7.set({ longestText: { internalComments: 700 }, tooLongText });
		await expect(bot.run()).rejects.toThrow(/list the members/);
		expect(documents(bot)).toEqual([]);
	},
);

it.each(['refuse', 'truncate'] as const)(
	'a list of members that is too long for the account (%s) splits its batch',
	async (tooLongText) => {
		const { scenario: large, bot: largeBot } = sixGroups({ now, payments: 1_500 });
		const bot = openBot(large.cin7, largeBot, now, undefined, false);
		bot.cin7.set({ longestText: { internalComments: 12_000 }, tooLongText });
		const result = await bot.run();
		expect([result.unfinished, result.refusals]).toEqual([[], []]);
		expect(result.batches.length).toBeGreaterThan(6);
		expect(result.batches.flatMap(({ batch }) => batch.members)).toHaveLength(1_500);
		for (const { internalComments } of documents(bot)) {
			expect(internalComments.length).toBeLessThanOrEqual(12_000);
		}
		expect(differences(bot)).toEqual([]);
		bot.calls();
		expect((await bot.run()).batches).toEqual([]);
	},
);

it('broken off anywhere in the probe, the next run gets by', async () => {
	for (let after = 0; after < 26; after += 1) {
		for (const when of ['before', 'after'] as const) {
			let left = Infinity;
			const bot = open((transport) => async (exchange) => {
				if (left <= 0 && when === 'before') throw new Error('died');
				left -= 1;
				const answer = await transport(exchange);
				if (left < 0) throw new Error('died');
				return answer;
			});
			left = after;
			await bot.run().catch(() => undefined);
			left = Infinity;
			const result = await bot.run();
			const told = `broken off ${when} call ${after + 1}`;
			expect([told, result.unfinished, differences(bot)]).toEqual([told, [], []]);
			const ofProbe = ledger(bot).payments.filter(({ orderId }) => orderId === probeOf(bot).id);
			expect([told, ofProbe]).toEqual([told, []]);
		}
	}
});
