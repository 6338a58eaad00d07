// Numbers that stay free, and numbers that others took. A document holds its payments only when every number below its
// own is taken, because a slower run could still take a free one and come first.
import type { Transport } from '../../lib/cin7/transport';
import { verify } from '../../sandbox/n8n/verify.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { openBot, type OpenBot } from './openBot.mts';

const now = '2026-06-15T20:30:00Z';
const { scenario, bot: settings } = sixGroups({ now, payments: 24, splitTender: true });

type Row = Record<string, any>;

function ledger({ cin7 }: OpenBot): Record<string, Row[]> {
	return cin7.ledger() as never;
}

function documents(bot: OpenBot): Row[] {
	return ledger(bot).salesOrders.filter(({ reference }) => /^BATCH-\d+$/.test(reference));
}

function differences(bot: OpenBot): string[] {
	const at = Date.parse(now);
	return verify(ledger(bot) as never, [], [], { from: at, until: at, ended: at }).differences;
}

/** Payments in two live documents. */
function doubled(bot: OpenBot): number[] {
	const seen = new Set<number>();
	return documents(bot)
		.filter(({ isVoid, internalComments }) => !isVoid && internalComments)
		.flatMap(({ internalComments }) => JSON.parse(internalComments.split('\n')[1]).payments)
		.flatMap(([id]: [number]) => (seen.size === seen.add(id).size ? [id] : []));
}

it.each([0, 2, 5])('row %i of the documents is refused: its number is filled', async (index) => {
	const bot = openBot(scenario.cin7, settings, now);
	bot.cin7.faults.add({
		match: { method: 'POST', resource: 'SalesOrders' },
		effect: { type: 'rowFailure', index, message: 'Not today.' },
	});
	await bot.run();
	await bot.run();
	expect([differences(bot), doubled(bot)]).toEqual([[], []]);
	const numbers = documents(bot).map(({ reference }) => Number(reference.slice(6)));
	expect(Math.max(...numbers)).toBe(numbers.length);
	expect(documents(bot).filter(({ isVoid }) => !isVoid)).toHaveLength(6);
});

it('a slower run takes the number that a refused row left free: nothing is batched twice', async () => {
	for (let turn = 1; turn <= 24; turn += 1) {
		let second: Promise<unknown> | undefined;
		let calls = 0;
		const between = (transport: Transport): Transport => {
			return async (exchange) => {
				calls += 1;
				// The slow run has read everything, and sends its documents only when the quick one is at its turn.
				if (calls === turn && !second) {
					second = bot.run();
					await second;
				}
				return await transport(exchange);
			};
		};
		const bot: OpenBot = openBot(scenario.cin7, settings, now, between);
		bot.cin7.faults.add({
			match: { method: 'POST', resource: 'SalesOrders' },
			effect: { type: 'rowFailure', index: 1, message: 'Not today.' },
		});
		await bot.run();
		await bot.run();
		expect([turn, differences(bot), doubled(bot)]).toEqual([turn, [], []]);
	}
});

it('numbers that strangers took, seen or not, are passed over', async () => {
	const bot = openBot(scenario.cin7, settings, now);
	const [line] = scenario.cin7.salesOrders;
	const stranger = { ...line, id: undefined, internalComments: '', source: '' };
	bot.cin7.person({ resource: 'SalesOrders', set: { ...stranger, reference: 'BATCH-000002' } });
	bot.cin7.person({ resource: 'SalesOrders', set: { ...stranger, reference: 'BATCH-900000' } });
	// References are unique across all modules: a credit note has one that no sales order shows.
	bot.cin7.person({
		resource: 'CreditNotes',
		set: { ...stranger, reference: 'BATCH-000004', salesReference: 'X' },
	});
	await bot.run();
	const result = await bot.run();
	expect([result.leftOver, result.unfinished]).toEqual([0, []]);
	const live = documents(bot).filter(({ isVoid, internalComments }) => !isVoid && internalComments);
	const references = live.map(({ reference }) => reference);
	expect(references).toHaveLength(6);
	expect(doubled(bot)).toEqual([]);
	expect(Math.max(...references.map((reference) => Number(reference.slice(6))))).toBeLessThan(30);
});

it('a document that a person renamed leaves a gap, which is filled', async () => {
	const bot = openBot(scenario.cin7, settings, now);
	await bot.run();
	const [, second] = documents(bot);
	bot.cin7.person({ resource: 'SalesOrders', id: second.id, set: { reference: 'MINE' } });
	bot.cin7.person({
		resource: 'Payments',
		id: Number(scenario.cin7.payments[0].id),
		set: { comments: 'seen' },
	});
	await bot.run();
	expect(doubled(bot)).toEqual([]);
});

it('one batch, and a credit note of a stranger under its number: the next number is taken', async () => {
	const one = sixGroups({ now, payments: 12 });
	const rows = one.bot.rows.slice(0, 1);
	const branchIds = [Number(one.scenario.cin7.branches[0].id)];
	const bot = openBot(one.scenario.cin7, { ...one.bot, rows, branchIds }, now);
	const [like] = one.scenario.cin7.salesOrders;
	const set = { ...like, id: undefined, reference: 'BATCH-000001', salesReference: 'X' };
	bot.cin7.person({ resource: 'CreditNotes', set });
	const result = await bot.run();
	expect([result.leftOver, result.unfinished]).toEqual([0, []]);
	expect(result.batches.map(({ document }) => document.order.reference)).toEqual(['BATCH-000002']);
});
