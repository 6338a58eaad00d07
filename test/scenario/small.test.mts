// Six groups of exactly the size that is asked for.
import { checkScenario } from '../../sandbox/scenario/load.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import type { SixGroupsOptions } from '../../sandbox/scenario/small.mts';
import { absolute, exact, indexed, instant, startOfDay } from './accounts.mts';

const now = '2026-06-02T01:30:00Z';

const sizes: Array<Omit<SixGroupsOptions, 'now'>> = [
	{ payments: 12 },
	{ payments: 12, negativeGroup: true, splitTender: true },
	{ payments: 13, splitTender: true },
	{ payments: 1_000 },
	{ payments: 1_000, negativeGroup: true, splitTender: true },
	{ payments: 60, background: 40 },
	{ payments: 1_000, negativeGroup: true, background: 5_000 },
];

it.each(sizes)('makes %j', (size) => {
	const { scenario, expectations, bot } = sixGroups({ now, ...size });
	checkScenario(scenario);
	const account = indexed(now, scenario, expectations);
	const batched = expectations.payments.filter((payment) => payment.outcome === 'batched');
	expect(batched.length).toBe(size.payments);
	expect(expectations.groups.length).toBe(6);
	const negative = expectations.groups.filter((group) => group.kind === 'creditNote').length;
	expect(negative).toBe(size.negativeGroup ? 1 : 0);
	expect(new Set(expectations.groups.map((group) => group.batchDay))).toEqual(
		new Set(['2026-06-01']),
	);
	for (const { channel, paymentType } of expectations.groups) {
		expect(bot.rows).toContainEqual({ channel, paymentType, cutOff: 'End of day' });
	}
	for (const { paymentId, amount } of batched) {
		const row = account.payments.get(paymentId);
		const order = account.orders.get(row?.orderId ?? 0);
		const paid = account.paymentsOf.get(order?.id ?? 0) ?? [];
		expect(paid.reduce((sum, { amount: part }) => sum + exact(part), 0n)).toBe(exact(order?.total));
		expect(absolute(exact(amount))).toBe(exact(row?.amount));
	}
	const split = [...account.paymentsOf.values()].filter((rows) => rows.length > 1).length;
	expect(split > 0).toBe(size.splitTender ?? false);
	const ids = batched.map((payment) => payment.paymentId);
	expect(ids[ids.length - 1] - ids[0]).toBeLessThan(size.payments * 1.3);
});

it('has as many payments in finished documents as asked for, within the look-back', () => {
	const { scenario, expectations } = sixGroups({ now, payments: 12, background: 5_000 });
	const { salesOrders, payments } = scenario.cin7;
	const from = startOfDay(now, -30);
	const reconciled = payments.filter((row) => row.reconcileDate !== null);
	expect(reconciled.length).toBe(5_000);
	expect(reconciled.every((row) => instant(row.paymentDate) >= from)).toBe(true);
	const documents = salesOrders.filter((row) => row.reference?.startsWith('BATCH-'));
	const listed = documents.flatMap((row) => {
		return JSON.parse((row.internalComments ?? '').split('\n')[1]).payments as Array<[number]>;
	});
	expect(new Set(listed.map(([id]) => id))).toEqual(new Set(reconciled.map((row) => row.id)));
	const onDocuments = expectations.payments.filter((payment) => payment.outcome === 'skipped');
	expect(onDocuments.length).toBe(documents.length);
	const numbers = documents.map((row) => row.reference);
	expect([...numbers].sort()).toEqual(numbers);
});

it('is the same every time, and refuses to be too small', () => {
	const options = { now, payments: 100, splitTender: true, background: 30 };
	expect(JSON.stringify(sixGroups(options))).toBe(JSON.stringify(sixGroups(options)));
	expect(() => sixGroups({ now, payments: 11 })).toThrow(RangeError);
});
