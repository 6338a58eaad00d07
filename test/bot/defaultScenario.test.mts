// The bot on the default scenario: what it plans is held against the generator's own expectations, what it writes
// against the ledger by checks that share nothing with it.
import { DateTime } from 'luxon';

import { batchNumber } from '../../lib/batching/reference';
import type { RunResult } from '../../lib/batching/run/run';
import { toText } from '../../lib/money/currency';
import { taxPerRate } from '../../sandbox/cin7/money/taxPerRate.mts';
import { verify } from '../../sandbox/n8n/verify.mts';
import { defaultBot } from '../../sandbox/scenario/bot.mts';
import { defaultScenario, expectations } from '../../sandbox/scenario/default.mts';
import type { ExpectedGroup, Group } from '../../sandbox/scenario/expectations.mts';
import { openBot, type OpenBot } from './openBot.mts';

const seed = 7;
const days = [
	{ name: 'a plain day', now: '2026-06-15T20:30:00Z' },
	{ name: 'a week after clocks went forward', now: '2026-10-11T20:10:00Z' },
	{ name: 'a week after clocks went back', now: '2026-04-12T20:10:00Z' },
];

/** Start of the thirtieth day before, on the clocks of the bot. */
function lookBackOf(now: string): number {
	return DateTime.fromISO(now, { zone: defaultBot.zone })
		.startOf('day')
		.minus({ days: 30 })
		.toMillis();
}

function groupKey({ channel, branchId, paymentType, currency, batchDay }: Group): string {
	return [batchDay, channel, branchId, paymentType, currency].join(' | ');
}

function reportedBatches(result: RunResult) {
	return result.batches.map(({ batch, document }) => ({
		reference: document.order.reference,
		channel: batch.channel,
		branch: { id: batch.branchId, name: batch.branchName },
		paymentType: batch.paymentType,
		currency: batch.currency,
		batchDay: batch.batchDay,
		kind: batch.kind,
		total: toText(batch.totalMinor, batch.currency),
		payments: batch.members.length,
		paymentIds: batch.members.map((member) => member.paymentId),
	}));
}

function open(now: string): OpenBot {
	return openBot(defaultScenario({ seed, now }).cin7, defaultBot, now);
}

describe.each(days)('on $name', ({ now }) => {
	const expected = expectations({ seed, now });
	let bot: OpenBot;
	let before: unknown;
	let result: RunResult;

	beforeAll(async () => {
		bot = open(now);
		before = structuredClone(bot.cin7.ledger());
		result = await bot.run();
	});

	it('makes exactly the batches that were expected', () => {
		// Orders paid over two days join their first day's group by a batch of their own: together they are the group.
		const groups = new Map<string, { minor: number; currency: string; paymentIds: number[] }>();
		for (const { batch } of result.batches) {
			const key = groupKey(batch);
			const group = groups.get(key) ?? { minor: 0, currency: batch.currency, paymentIds: [] };
			groups.set(key, group);
			group.minor += batch.totalMinor;
			group.paymentIds.push(...batch.members.map((member) => member.paymentId));
		}
		const made = [...groups].map(([group, { minor, currency, paymentIds }]) => ({
			group,
			kind: minor < 0 ? 'creditNote' : 'invoice',
			total: toText(minor, currency),
			paymentIds: paymentIds.sort((a, b) => a - b),
		}));
		const wanted = expected.groups.map((group: ExpectedGroup) => ({
			group: groupKey(group),
			kind: group.kind,
			total: group.total,
			paymentIds: group.paymentIds,
		}));
		const byGroup = (a: { group: string }, b: { group: string }) => (a.group < b.group ? -1 : 1);
		expect(made.sort(byGroup)).toEqual(wanted.sort(byGroup));
	});

	it('leaves every other payment out for the expected reason', () => {
		const given = result.final.skipped.map(({ payment, reason }) => [payment.id, reason]);
		const wanted = expected.payments.flatMap((payment) =>
			payment.outcome === 'skipped' ? [[payment.paymentId, payment.reason]] : [],
		);
		expect(given).toEqual(wanted);
	});

	it('is done with every batch and needs nobody', () => {
		expect(result.unfinished).toEqual([]);
		expect(result.released).toEqual([]);
		expect(result.refusals).toEqual([]);
		expect(result.asPlanned).toBe(true);
		expect(result.batches.every((batch) => batch.done)).toBe(true);
	});

	it('leaves a ledger that agrees to the cent', () => {
		const { differences, checked } = verify(
			bot.cin7.ledger() as never,
			reportedBatches(result),
			result.final.skipped.map(({ payment, reason }) => ({ paymentId: payment.id, reason })),
			{ from: lookBackOf(now), until: Date.parse(now), ended: Date.parse(now) },
			before as never,
		);
		expect(differences).toEqual([]);
		expect(checked.batched).toBeGreaterThan(1000);
	});

	it('gives every document the tax of its members, rate by rate, to the cent', () => {
		const { salesOrders, creditNotes } = bot.cin7.ledger() as never as Ledger;
		const orders = new Map([...salesOrders, ...creditNotes].map((order) => [order.id, order]));
		const byReference = new Map(
			[...salesOrders, ...creditNotes].map((order) => [order.reference, order]),
		);
		// Orders that are wholly in one batch: their tax is in that document and no other.
		const shared = sharedOrders(result);
		let compared = 0;
		for (const { batch, document } of result.batches) {
			if (batch.members.some((member) => shared.has(member.orderId))) continue;
			const members = [...new Set(batch.members.map((member) => member.orderId))];
			const due = new Map<string, number>();
			for (const id of members) {
				const order = orders.get(id);
				const kind = batch.members.find((member) => member.orderId === id)?.orderKind;
				// A credit note counts by its size, whichever sign its amounts have.
				const sign = kind === 'C' ? -Math.sign(Number(order?.total)) : 1;
				for (const { rate, tax } of taxPerRate(order as never)) addCents(due, rate, tax, sign);
			}
			const { reference } = document.order;
			const shown = new Map<string, number>();
			const negative = batch.kind === 'creditNote';
			const holder = byReference.get(negative ? `${reference}-CN` : reference);
			for (const { rate, tax } of taxPerRate(holder as never)) {
				addCents(shown, rate, tax, negative ? -1 : 1);
			}
			expect([reference, ...nonZero(shown)]).toEqual([reference, ...nonZero(due)]);
			compared += 1;
		}
		expect(compared).toBeGreaterThan(100);
	});

	it('shares the tax of orders paid by several types out without losing a cent', () => {
		const { salesOrders, creditNotes } = bot.cin7.ledger() as never as Ledger;
		const orders = new Map([...salesOrders, ...creditNotes].map((order) => [order.id, order]));
		const holders = new Map(
			[...salesOrders, ...creditNotes].map((order) => [order.reference, order]),
		);
		const due = new Map<string, number>();
		const shown = new Map<string, number>();
		const counted = new Set<number>();
		for (const { batch, document } of result.batches) {
			for (const { orderId, orderKind } of batch.members) {
				if (counted.has(orderId)) continue;
				counted.add(orderId);
				const order = orders.get(orderId);
				const sign = orderKind === 'C' ? -Math.sign(Number(order?.total)) : 1;
				for (const { rate, tax } of taxPerRate(order as never)) {
					addCents(due, `${batch.currency} ${rate}`, tax, sign);
				}
			}
			const { reference } = document.order;
			const negative = batch.kind === 'creditNote';
			const holder = holders.get(negative ? `${reference}-CN` : reference);
			for (const { rate, tax } of taxPerRate(holder as never)) {
				addCents(shown, `${batch.currency} ${rate}`, tax, negative ? -1 : 1);
			}
		}
		expect(sharedOrders(result).size).toBeGreaterThan(5);
		expect(nonZero(shown).sort()).toEqual(nonZero(due).sort());
	});

	it('changes nothing when it runs again', async () => {
		const before = JSON.stringify(bot.cin7.ledger());
		bot.calls();
		const again = await bot.run();
		expect(again.batches).toEqual([]);
		expect(bot.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
		expect(JSON.stringify(bot.cin7.ledger())).toBe(before);
	});
});

interface Ledger {
	salesOrders: { id: number; reference: string; total: number }[];
	creditNotes: { id: number; reference: string; total: number }[];
}

function sharedOrders(result: RunResult): Set<number> {
	const seen = new Map<number, number>();
	for (const { batch } of result.batches) {
		for (const id of new Set(batch.members.map((member) => member.orderId))) {
			seen.set(id, (seen.get(id) ?? 0) + 1);
		}
	}
	return new Set([...seen].filter(([, times]) => times > 1).map(([id]) => id));
}

function addCents(sums: Map<string, number>, rate: string, tax: string, sign: number): void {
	const minor = Number(tax.replace('.', ''));
	sums.set(rate, (sums.get(rate) ?? 0) + sign * minor);
}

function nonZero(sums: Map<string, number>): [string, number][] {
	return [...sums].filter(([, tax]) => tax !== 0).sort(([a], [b]) => Number(a) - Number(b));
}

it('makes the same batches three days late as on each of the three days', async () => {
	const now = '2026-06-15T20:30:00Z';
	const day = 86_400_000;
	const late = open(now);
	const daily = open(now);
	for (const bot of [late, daily]) {
		bot.clock.set(Date.parse(now) - 3 * day);
		await bot.run();
	}
	const batches: RunResult['batches'] = [];
	for (const ago of [2, 1, 0]) {
		daily.clock.set(Date.parse(now) - ago * day);
		batches.push(...(await daily.run()).batches);
	}
	late.clock.set(Date.parse(now));
	await late.run();
	const content = (bot: OpenBot) => {
		const { salesOrders, creditNotes } = bot.cin7.ledger() as never as {
			salesOrders: Record<string, unknown>[];
			creditNotes: Record<string, unknown>[];
		};
		return [...salesOrders, ...creditNotes]
			.filter(({ reference }) => batchNumber(String(reference).replace(/-CN$/, '')) !== null)
			.map(({ internalComments, total, lineItems, invoiceDate, creditNoteDate, status }) => {
				const manifest = /\{"v":.*/.exec(String(internalComments ?? ''))?.[0];
				const { channel, branchId, paymentType, currency, batchDay, payments } = JSON.parse(
					manifest ?? '{}',
				);
				const lines = (lineItems as { name: string; unitPrice: number; taxRate: number }[]).map(
					({ name, unitPrice, taxRate }) => [
						name.replace(/BATCH-\d+/, 'BATCH'),
						unitPrice,
						taxRate,
					],
				);
				const group = [channel, branchId, paymentType, currency, batchDay];
				return { group, payments, total, lines, invoiceDate, creditNoteDate, status };
			})
			.map((document) => JSON.stringify(document))
			.sort();
	};
	expect(content(daily)).toEqual(content(late));
	expect(batches.length).toBeGreaterThan(30);
});
