// POST and PUT: arrays in, one result per row out, other rows written; what is read-only, unknown,
// null or "" in a row.
import { closeAccounts, openAccount } from './openAccount.mts';

afterEach(closeAccounts);

it('writes the good rows of a call and says row by row what is wrong with the others, in HTTP 200', async () => {
	const { call } = openAccount();
	const answer = await call('POST', 'SalesOrders', '', [
		{ reference: 'A-1' },
		{ branchId: 99 },
		{ reference: 'A-2', taxStatus: 'Sometimes', trackingCode: 'x'.repeat(51) },
		{ reference: '#1001' },
		'not a record',
		{ reference: 'A-3' },
	]);
	expect(answer.status).toBe(200);
	expect(answer.body).toEqual([
		{ index: 0, success: true, id: 105, code: 'A-1', errors: [] },
		{ index: 1, success: false, id: null, code: null, errors: ['Branch 99 was not found.'] },
		{
			index: 2,
			success: false,
			id: null,
			code: 'A-2',
			errors: [
				"The value 'Sometimes' is not valid for taxStatus. The field trackingCode must be a text with a maximum length of 50; it has 51.",
			],
		},
		{
			index: 3,
			success: false,
			id: null,
			code: '#1001',
			errors: ["Reference '#1001' already exists."],
		},
		{ index: 4, success: false, id: null, code: null, errors: ['Each record must be an object.'] },
		{ index: 5, success: true, id: expect.any(Number), code: 'A-3', errors: [] },
	]);
});

it('takes 250 records a call and refuses more, and whatever is no array of records', async () => {
	const { call, cin7 } = openAccount();
	const payments = (count: number) =>
		Array.from({ length: count }, () => ({ orderId: 101, amount: 1 }));
	expect((await call('POST', 'Payments', '', payments(250))).body).toHaveLength(250);
	for (const body of [payments(251), [], {}, '', '[{', '"x"', 'null']) {
		const answer = await call('POST', 'Payments', '', body);
		expect(answer.status).toBe(400);
		expect(answer.body).toEqual({ message: expect.any(String) });
	}
	expect(cin7.ledger().payments).toHaveLength(254);
});

it('leaves a field as it is for null and when it is left out, and clears it for ""', async () => {
	const { call } = openAccount();
	await call('PUT', 'Payments', '', [{ id: 503, comments: 'Deposit', transactionRef: 'ch_1' }]);
	await call('PUT', 'Payments', '', [{ id: 503, comments: null, reconcileDate: null }]);
	expect((await call('GET', 'Payments/503')).body).toMatchObject({
		comments: 'Deposit',
		transactionRef: 'ch_1',
		reconcileDate: '2026-06-01T00:00:00Z',
	});
	await call('PUT', 'Payments', '', [{ id: 503, comments: '', reconcileDate: '' }]);
	expect((await call('GET', 'Payments/503')).body).toMatchObject({
		comments: '',
		transactionRef: 'ch_1',
		reconcileDate: null,
	});
});

it('can be set not to clear dates', async () => {
	const { call, cin7 } = openAccount();
	cin7.set({ emptyTextClearsDates: false });
	await call('PUT', 'Payments', '', [{ id: 503, comments: '', reconcileDate: '' }]);
	expect((await call('GET', 'Payments/503')).body.reconcileDate).toBe('2026-06-01T00:00:00Z');
});

it('reads keys in any case and ignores unknown and read-only ones without a word', async () => {
	const { call } = openAccount();
	const answer = await call('PUT', 'Payments', '', [
		{
			ID: 501,
			Comments: 'x',
			batchReference: 'B1',
			orderRef: 'B2',
			orderType: 'BatchOrSplitInvoice',
			colour: 'red',
			createdDate: '2020-01-01T00:00:00Z',
		},
	]);
	expect(answer.body[0].success).toBe(true);
	const payment = (await call('GET', 'Payments/501')).body;
	expect(payment).toMatchObject({
		comments: 'x',
		batchReference: null,
		orderRef: '#1001',
		orderType: 'SalesOrder',
	});
	expect(payment).not.toHaveProperty('colour');
	expect(payment.createdDate).toBe('2026-06-02T01:30:00Z');
	await call('PUT', 'SalesOrders', '', [
		{
			id: 101,
			source: 'API',
			status: 'VOID',
			total: 1,
			productTotal: 1,
			invoiceNumber: 9,
			cancellationDate: '2026-01-01T00:00:00Z',
		},
	]);
	expect((await call('GET', 'SalesOrders/101')).body).toMatchObject({
		source: 'Shopify Example',
		status: 'APPROVED',
		total: 39.98,
		productTotal: 39.98,
		invoiceNumber: null,
		cancellationDate: null,
	});
});

it('ignores the id of a new record', async () => {
	const { call } = openAccount();
	expect(
		(await call('POST', 'Payments', '', [{ id: 501, orderId: 101, amount: 1 }])).body[0].id,
	).toBe(505);
});

it('needs an id that exists in a PUT', async () => {
	const { call } = openAccount();
	const answer = await call('PUT', 'Payments', '', [
		{ comments: 'x' },
		{ id: 9, comments: 'x' },
		{ id: 'x' },
	]);
	expect(
		answer.body.map((row: { id: number; errors: string[] }) => [row.id, ...row.errors]),
	).toEqual([
		[null, 'The Id field is required.'],
		[9, 'Payment 9 was not found.'],
		[null, "The value 'x' is not valid for id."],
	]);
});

it('merges custom fields and accounting attributes key by key', async () => {
	const { call } = openAccount();
	await call('PUT', 'SalesOrders', '', [
		{
			id: 101,
			customFields: { orders_1000: 'a' },
			accountingAttributes: { importDate: '2026-06-01' },
		},
	]);
	await call('PUT', 'SalesOrders', '', [
		{
			id: 101,
			customFields: { orders_1001: 'b' },
			accountingAttributes: { accountingImportStatus: 'DoNotImport' },
		},
	]);
	expect((await call('GET', 'SalesOrders/101')).body).toMatchObject({
		customFields: { orders_1000: 'a', orders_1001: 'b' },
		accountingAttributes: {
			importDate: '2026-06-01T00:00:00Z',
			accountingImportStatus: 'DoNotImport',
		},
	});
});

it('shows every change in modifiedDate', async () => {
	const { call, time, list } = openAccount();
	await time.advance(60_000);
	await call('PUT', 'SalesOrders', '', [{ id: 102, stage: 'Processing' }]);
	const changed = await list('SalesOrders', { where: "modifiedDate>='2026-06-02T01:31:00Z'" });
	expect(changed.body.map((row: { id: number }) => row.id)).toEqual([102]);
});
