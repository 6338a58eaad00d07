// Lines and totals of sales orders.
import { closeAccounts, exampleRows, openAccount } from './openAccount.mts';

afterEach(closeAccounts);

it('changes lines by their id, adds those without one, and leaves the others', async () => {
	const { call } = openAccount();
	const before = (await call('GET', 'SalesOrders/101')).body.lineItems[0];
	await call('PUT', 'SalesOrders', '', [
		{ id: 101, lineItems: [{ name: 'Gift wrap', qty: 1, unitPrice: 3 }] },
	]);
	await call('PUT', 'SalesOrders', '', [{ id: 101, lineItems: [{ id: before.id, qty: 3 }] }]);
	const after = (await call('GET', 'SalesOrders/101')).body;
	expect(
		after.lineItems.map((line: { name: string; qty: number }) => [line.name, line.qty]),
	).toEqual([
		['Plain tee', 3],
		['Gift wrap', 1],
	]);
	expect(after).toMatchObject({ productTotal: 62.97, total: 62.97 });
});

it('adds up products, freight, surcharge, discount and tax', async () => {
	const { call } = openAccount();
	const money = {
		currencyCode: 'NZD',
		taxRate: 15,
		freightTotal: 8,
		surcharge: 1.5,
		discountTotal: -2,
	};
	const lineItems = [
		{ qty: 3, unitPrice: 3.333, discount: 1 },
		{ qty: 1, unitPrice: 10, taxRate: 0 },
	];
	await call(
		'POST',
		'SalesOrders',
		'',
		['Incl', 'Excl', 'Exempt'].map((taxStatus) => ({ taxStatus, ...money, lineItems })),
	);
	const totals = [];
	for (const id of [105, 106, 107]) {
		const { productTotal, total } = (await call('GET', `SalesOrders/${id}`)).body;
		totals.push([productTotal, total]);
	}
	// 3 x 3.333 - 1 = 9.00 (rounded), and 10.00; at 15 %: 9 + 8 + 1.5 - 2 = 16.50, tax on it 2.475.
	expect(totals).toEqual([
		[19, 26.5],
		[19, 28.98],
		[19, 26.5],
	]);
});

it('keeps the total a scenario gives until the money of the order changes', async () => {
	const rows = exampleRows();
	rows.salesOrders[0].total = 40;
	const { call } = openAccount({ rows });
	await call('PUT', 'SalesOrders', '', [
		{ id: 101, stage: 'Dispatched', invoiceDate: '2026-06-01' },
	]);
	expect((await call('GET', 'SalesOrders/101')).body.total).toBe(40);
	await call('PUT', 'SalesOrders', '', [{ id: 101, freightTotal: 1 }]);
	expect((await call('GET', 'SalesOrders/101')).body.total).toBe(40.98);
});
