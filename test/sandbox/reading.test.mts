// Lists and single records: bare arrays, pages, order, chosen fields.
import { exampleRows, closeAccounts, openAccount } from './openAccount.mts';

afterEach(closeAccounts);

const ids = (answer: { body: { id: number }[] }) => answer.body.map((row) => row.id);

it('answers a list as a bare array of complete records in camelCase', async () => {
	const { call } = openAccount();
	const answer = await call('GET', 'Payments');
	expect(answer.status).toBe(200);
	expect(Array.isArray(answer.body)).toBe(true);
	expect(Object.keys(answer.body[0])).toEqual([
		'id',
		'createdDate',
		'modifiedDate',
		'paymentDate',
		'amount',
		'method',
		'direction',
		'isAuthorized',
		'transactionRef',
		'comments',
		'orderId',
		'orderRef',
		'paymentImportedRef',
		'batchReference',
		'reconcileDate',
		'branchId',
		'orderType',
	]);
});

it('has 50 rows a page by default and at most 250', async () => {
	const rows = exampleRows();
	for (let n = 0; n < 300; n += 1) rows.payments.push({ id: 1000 + n, orderId: 101, amount: n });
	const { list } = openAccount({ rows });
	expect((await list('Payments')).body).toHaveLength(50);
	expect((await list('Payments', { rows: '250' })).body).toHaveLength(250);
	expect((await list('Payments', { rows: '250', page: '2' })).body).toHaveLength(54);
	expect((await list('Payments', { rows: '250', page: '3' })).body).toEqual([]);
	const refused = await list('Payments', { rows: '251' });
	expect(refused.status).toBe(400);
	expect(refused.body.message).toContain('rows must be at most 250');
});

it.each([
	['rows', '0'],
	['rows', 'x'],
	['page', '0'],
	['page', '-1'],
	['page', '1.5'],
])('refuses %s=%s', async (name, value) => {
	const { list } = openAccount();
	expect((await list('Payments', { [name]: value })).status).toBe(400);
});

it('shows the latest created first, and in any order breaks ties by id so that pages never overlap', async () => {
	const rows = exampleRows();
	for (let n = 0; n < 9; n += 1) rows.payments.push({ id: 600 + n, orderId: 101, amount: 5 });
	const { list } = openAccount({ rows });
	expect(ids(await list('SalesOrders'))).toEqual([103, 102, 101]);
	const pages = [];
	for (const page of ['1', '2', '3', '4', '5']) {
		pages.push(...ids(await list('Payments', { order: 'amount ASC', rows: '3', page })));
	}
	expect(pages).toEqual([600, 601, 602, 603, 604, 605, 606, 607, 608, 503, 501, 504, 502]);
});

it('orders by any field in any case, descending unless told, numbers as numbers', async () => {
	const { list } = openAccount();
	expect(ids(await list('Payments', { order: 'ID' }))).toEqual([504, 503, 502, 501]);
	expect(ids(await list('Payments', { order: 'amount asc' }))).toEqual([503, 501, 504, 502]);
	expect(ids(await list('Payments', { order: 'method ASC, amount DESC' }))).toEqual([
		502, 504, 501, 503,
	]);
	expect((await list('Payments', { order: 'nothing' })).body.message).toBe(
		"Invalid column name 'nothing'.",
	);
	expect((await list('Payments', { order: 'id SIDEWAYS' })).status).toBe(400);
});

it('answers only the chosen fields, also within lines', async () => {
	const { list } = openAccount();
	const answer = await list('SalesOrders', {
		fields: 'Id,reference, lineItems(code,QTY),accountingAttributes',
		where: 'id=102',
	});
	expect(answer.body).toEqual([
		{
			id: 102,
			reference: '#1002',
			lineItems: [{ code: 'TEE', qty: 2 }],
			accountingAttributes: { importDate: null, accountingImportStatus: 'NotImported' },
		},
	]);
});

it.each(['id,nothing', 'lineItems(nothing)', 'lineItems(code', 'id(code)', 'id,', 'id)', ';'])(
	'refuses fields=%s',
	async (fields) => {
		const { list } = openAccount();
		const answer = await list('SalesOrders', { fields });
		expect(answer.status).toBe(400);
		expect(answer.body.message).toContain('in fields is not a field of this resource');
	},
);

it('ignores parameters it does not know', async () => {
	const { list } = openAccount();
	const plain = await list('Payments');
	expect((await list('Payments', { branchId: '99', skip: '3', orderType: 'Quote' })).text).toBe(
		plain.text,
	);
});

it('answers one record by its id, in any case of the path', async () => {
	const { call } = openAccount();
	expect((await call('GET', 'salesorders/101')).body.reference).toBe('#1001');
	expect((await call('GET', 'SalesOrders/101', 'fields=reference')).body).toEqual({
		reference: '#1001',
	});
	const missing = await call('GET', 'SalesOrders/9');
	expect(missing.status).toBe(404);
	expect(missing.body).toEqual({ message: 'Sales order 9 was not found.' });
});

it('refuses a query string of more than 2,048 characters as IIS does, in HTML', async () => {
	const { call, cin7 } = openAccount();
	const query = (length: number) => `where=${'+'.repeat(length - 'where=id=101'.length)}id=101`;
	expect((await call('GET', 'SalesOrders', query(2048))).body).toHaveLength(1);
	const answer = await call('GET', 'SalesOrders', query(2049));
	expect(answer.status).toBe(404);
	expect(answer.headers['content-type']).toBe('text/html');
	expect(answer.text).toContain('404.15');
	expect(cin7.log.list().at(-1)).toMatchObject({ status: 404, rows: 0 });
});

it("shows a foreign total in the order's currency, or in the account's when set so", async () => {
	const rows = exampleRows();
	const line = { name: 'Lamp', qty: 1, unitPrice: 100 };
	rows.salesOrders.push({
		id: 200,
		currencyCode: 'USD',
		currencyRate: 0.6,
		taxStatus: 'Exempt',
		lineItems: [line],
	});
	const { call, cin7 } = openAccount({ rows });
	expect((await call('GET', 'SalesOrders/200')).body).toMatchObject({
		total: 100,
		productTotal: 100,
	});
	cin7.set({ foreignTotals: 'home' });
	expect((await call('GET', 'SalesOrders/200')).body).toMatchObject({
		total: 166.67,
		productTotal: 100,
	});
	expect((await call('GET', 'SalesOrders/101')).body.total).toBe(39.98);
});
