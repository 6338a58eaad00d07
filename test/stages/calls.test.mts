// What saving many orders costs in calls: Cin7 allows 60 a minute and 5,000 a day.
import type { SalesOrderRow } from '../../sandbox/scenario/scenario.mts';
import { heldRow, openStages, order } from './openStages.mts';

const thousand = Array.from({ length: 1000 }, (_, index) =>
	order(index, { createdDate: `2026-06-01T${String(index % 24).padStart(2, '0')}:00:00Z` }),
);
const isPayment = (call: string) => call.endsWith('Payments');

function costs(calls: string[]) {
	return {
		orders: calls.filter((call) => !isPayment(call)).length,
		payments: calls.filter(isPayment).length,
	};
}

/** Orders that are there already, of the days from this one on. */
function earlier(count: number, from: string) {
	const step = (Date.parse('2026-06-02T00:00:00Z') - Date.parse(from)) / count;
	return Array.from({ length: count }, (_, index) => ({
		reference: `#${index}`,
		stage: 'Dispatched',
		createdDate: new Date(Date.parse(from) + index * step).toISOString(),
	}));
}

it('1,000 new orders: at most 16 calls, and 9 for their payments', async () => {
	for (const others of [0, 200, 1500]) {
		const open = openStages(earlier(others, '2026-06-01T00:00:00Z'));
		const results = await open.save(thousand);
		expect(results.every(({ outcome }) => outcome === 'created')).toBe(true);
		const { orders, payments } = costs(open.calls());
		expect(orders).toBeLessThanOrEqual(16);
		expect(payments).toBeLessThanOrEqual(9);
	}
});

it.each([
	['in the order of their dates', (rows: SalesOrderRow[]) => rows],
	['newest first', (rows: SalesOrderRow[]) => [...rows].reverse()],
	[
		'in any order',
		(rows: SalesOrderRow[]) => rows.map((_, index) => rows[(index * 7919) % rows.length]),
	],
])(
	'1,000 new orders, back-dated over 20,000 existing ones %s: at most 24 calls',
	async (_, sorted) => {
		const open = openStages(sorted(earlier(20_000, '2026-05-01T00:00:00Z')));
		const backdated = thousand.map((one, index) => ({
			...one,
			createdDate: `2026-05-${String(1 + (index % 31)).padStart(2, '0')}T10:00:00Z`,
		}));
		await open.save(backdated);
		const { orders, payments } = costs(open.calls());
		expect(orders).toBeLessThanOrEqual(24);
		expect(payments).toBeLessThanOrEqual(9);
	},
);

it('1,000 held orders: all released in 4 reads, 4 writes and 4 read-backs beside the look-up', async () => {
	const open = openStages(thousand.map((_, index) => heldRow(index, { lastName: '' })));
	const results = await open.save(thousand, { payments: 'none', createMissing: false });
	expect(results.every(({ outcome }) => outcome === 'released')).toBe(true);
	const calls = open.calls();
	expect(calls.filter((call) => call === 'PUT SalesOrders')).toHaveLength(4);
	expect(calls.filter((call) => call === 'GET SalesOrders').length).toBeLessThanOrEqual(13);
});

it('a few orders cost one look-up, one write, one read-back', async () => {
	const open = openStages(earlier(3000, '2026-05-01T00:00:00Z'));
	await open.save(thousand.slice(0, 20), { payments: 'none' });
	expect(open.calls()).toEqual(['GET SalesOrders', 'POST SalesOrders', 'GET SalesOrders']);
});
