// Payments, and the simple resources: contacts, branches, users, products.
import { closeAccounts, exampleRows, openAccount } from './openAccount.mts';

afterEach(closeAccounts);

it('takes reference and type from the order it belongs to', async () => {
	const { call } = openAccount();
	const answer = await call('POST', 'Payments', '', [
		{ orderId: 101, amount: 5, method: 'Gift Card' },
		{ orderId: 104, amount: -5 },
	]);
	expect(answer.body).toEqual([
		{ index: 0, success: true, id: 505, code: '#1001', errors: [] },
		{ index: 1, success: true, id: 506, code: 'CRN-1', errors: [] },
	]);
	expect((await call('GET', 'Payments/505')).body).toMatchObject({
		orderRef: '#1001',
		orderType: 'SalesOrder',
		direction: 1,
		amount: 5,
		method: 'Gift Card',
		isAuthorized: true,
		paymentDate: '2026-06-02T01:30:00Z',
		batchReference: null,
		reconcileDate: null,
	});
	expect((await call('GET', 'Payments/506')).body).toMatchObject({
		orderRef: 'CRN-1',
		orderType: 'CreditNote',
		direction: -1,
		amount: -5,
	});
});

it('needs an amount and an order that exists', async () => {
	const { call } = openAccount();
	const answer = await call('POST', 'Payments', '', [
		{ orderId: 101 },
		{ amount: 1 },
		{ orderId: 9, amount: 1 },
	]);
	expect(answer.body.map((row: { errors: string[] }) => row.errors[0])).toEqual([
		'The Amount field is required.',
		'The OrderId field is required.',
		'Order 9 was not found.',
	]);
	expect((await call('PUT', 'Payments', '', [{ id: 501, orderId: 9 }])).body[0].success).toBe(
		false,
	);
});

it('may be left over when its order is gone', async () => {
	const rows = exampleRows();
	rows.payments.push({ id: 600, orderId: 999, amount: 7 });
	const { call } = openAccount({ rows });
	expect((await call('GET', 'Payments/600')).body).toMatchObject({
		orderId: 999,
		orderRef: null,
		orderType: 'Undefined',
	});
	expect((await call('PUT', 'Payments', '', [{ id: 600, comments: 'x' }])).body[0].success).toBe(
		true,
	);
});

it('can be deleted, and its id is never given again', async () => {
	const { call } = openAccount();
	expect((await call('DELETE', 'Payments/504')).body).toEqual({
		success: true,
		id: 504,
		code: 'CRN-1',
		errors: [],
	});
	expect((await call('GET', 'Payments/504')).status).toBe(404);
	expect((await call('DELETE', 'Payments/504')).status).toBe(404);
	expect((await call('POST', 'Payments', '', [{ orderId: 101, amount: 1 }])).body[0].id).toBe(505);
});

it('answers only the methods each resource has', async () => {
	const { call } = openAccount();
	const status = async (method: string, path: string) =>
		(await call(method, path, '', [{}])).status;
	for (const resource of ['SalesOrders', 'CreditNotes', 'Products', 'Branches', 'Users']) {
		expect([resource, await status('DELETE', `${resource}/1`)]).toEqual([resource, 405]);
	}
	expect(await status('POST', 'Users')).toBe(405);
	expect(await status('PUT', 'Users')).toBe(405);
	expect(await status('PATCH', 'Payments')).toBe(405);
	expect(await status('PUT', 'Payments/501')).toBe(405);
	expect(await status('DELETE', 'Payments')).toBe(405);
	expect((await call('DELETE', 'Branches/1')).body).toEqual({
		message: "The requested resource does not support http method 'DELETE'.",
	});
});

it('has contacts with unique e-mail addresses', async () => {
	const { call } = openAccount();
	const answer = await call('POST', 'Contacts', '', [
		{ firstName: 'Bo', email: 'ADA@example.com' },
		{ firstName: 'Bo', email: 'bo@example.com', type: 'supplier', address1: 'x'.repeat(51) },
		{ firstName: 'Bo', email: 'bo@example.com', secondaryContacts: [{ firstName: 'Cy' }] },
	]);
	expect(answer.body.map((row: { success: boolean }) => row.success)).toEqual([false, false, true]);
	expect((await call('GET', `Contacts/${answer.body[2].id}`)).body).toMatchObject({
		firstName: 'Bo',
		type: 'Customer',
		isActive: true,
		secondaryContacts: [{ id: expect.any(Number), firstName: 'Cy' }],
	});
	expect(
		(await call('PUT', 'Contacts', '', [{ id: 30, email: 'bo@example.com' }])).body[0].success,
	).toBe(false);
	expect(
		(await call('PUT', 'Contacts', '', [{ id: 30, email: 'ada@example.com', lastName: 'Q' }]))
			.body[0].success,
	).toBe(true);
	expect((await call('DELETE', 'Contacts/30')).body.success).toBe(true);
});

it('has branches, users and products', async () => {
	const { call, list } = openAccount();
	expect((await list('Branches', { fields: 'id,company', order: 'id ASC' })).body).toEqual([
		{ id: 1, company: 'Main Branch' },
		{ id: 2, company: 'Harbour Store' },
	]);
	expect((await list('Users')).body).toEqual([
		{
			id: 7,
			isActive: true,
			firstName: 'Mika',
			lastName: 'Ono',
			jobTitle: null,
			email: 'mika@example.com',
		},
	]);
	const made = await call('POST', 'Products', '', [
		{
			name: 'Batch',
			styleCode: 'BATCH',
			stockControl: 'Labour',
			productOptions: [{ productOptionCode: 'BATCH-1' }],
		},
		{ styleCode: 'tee' },
	]);
	expect(made.body.map((row: { success: boolean }) => row.success)).toEqual([true, false]);
	expect((await call('GET', `Products/${made.body[0].id}`)).body).toMatchObject({
		styleCode: 'BATCH',
		status: 'Public',
		stockControl: 'Labour',
		productOptions: [{ code: 'BATCH-1' }],
	});
	await call('POST', 'SalesOrders', '', [{ lineItems: [{ code: 'batch-1', qty: 1 }] }]);
	expect((await list('SalesOrders', { rows: '1' })).body[0].lineItems[0].productId).toBe(
		made.body[0].id,
	);
});
