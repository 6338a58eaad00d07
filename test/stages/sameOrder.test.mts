// The same order named more than once, or split by a person, or looked for where only its date finds it.
import { heldRow, openStages, order } from './openStages.mts';

const { reference, lineItems } = order(1);

it('by its id and by its reference in one run: one order, changed once', async () => {
	for (const turned of [false, true]) {
		const open = openStages([heldRow(1, { lineItems: [], freightTotal: 0 })]);
		const { id } = open.row(reference);
		const items = [order(1), { ...order(1), id }];
		const results = await open.save(turned ? items.reverse() : items);
		expect(results).toMatchObject([{ items: [0, 1], outcome: 'released' }]);
		expect(open.row(reference).lineItems).toHaveLength(1);
		expect(open.payments()).toHaveLength(1);
	}
});

it('two copies: the one that the channel changed last counts, whichever comes last', async () => {
	const copy = (qty: string, lastUpdatedTime: string) =>
		order(1, { lineItems: [{ ...lineItems[0], qty }], amazon: { lastUpdatedTime } });
	const [newer, older] = [copy('2', '2026-06-02T00:00:00Z'), copy('5', '2026-06-01T00:00:00Z')];
	for (const items of [
		[newer, older],
		[older, newer],
	]) {
		const open = openStages();
		const results = await open.save(items);
		expect(results).toMatchObject([{ items: [0, 1], outcome: 'created' }]);
		expect(open.row(reference).lineItems).toMatchObject([{ qty: 2 }]);
	}
});

it('a line that a person split is no second one; one that comes twice is', async () => {
	const line = { ...lineItems[0], unitPrice: 19.99, discount: 0, taxRate: 10 };
	const lines = (...quantities: number[]) => quantities.map((qty) => ({ ...line, qty }));
	const split = openStages([heldRow(1, { lineItems: lines(1, 1) })]);
	expect((await split.save([order(1)]))[0].outcome).toBe('released');
	for (const quantities of [
		[2, 2],
		[1, 1, 2],
	]) {
		const doubled = openStages([heldRow(1, { lineItems: lines(...quantities) })]);
		expect((await doubled.save([order(1)]))[0]).toMatchObject({ reason: 'doubledLines' });
	}
});

describe('with the order id in a custom field', () => {
	const orderId = { in: 'customField' as const, customField: 'orders_1001', prefix: '' };
	const old = (number: number, createdDate: string) =>
		heldRow(number, {
			reference: `SO-${number}`,
			createdDate,
			customFields: { orders_1001: order(number).reference },
		});

	it('nothing is created without a date', async () => {
		const open = openStages([old(1, '2026-01-01T00:00:00Z')]);
		const [result] = await open.save([order(1, { createdDate: '' })], { orderId });
		expect(result).toMatchObject({ outcome: 'refused', reason: 'noCreatedDate' });
		expect(result.message).toContain('createdDate');
		expect(open.orders()).toHaveLength(1);
	});

	it('one without a date does not hide the others', async () => {
		const open = openStages([old(1, '2026-01-01T00:00:00Z'), old(2, '2026-05-30T00:00:00Z')]);
		const items = [
			order(1, { createdDate: '2026-01-01T00:00:00Z' }),
			order(2, { createdDate: '' }),
		];
		const results = await open.save(items, { orderId });
		expect(results.map(({ outcome }) => outcome)).toEqual(['released', 'released']);
		expect(open.orders()).toHaveLength(2);
	});
});
