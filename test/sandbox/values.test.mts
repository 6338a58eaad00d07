// What each kind of field takes and refuses: dates, numbers, choices, lengths, nested records.
import { closeAccounts, openAccount } from './openAccount.mts';

afterEach(closeAccounts);

it('writes dates in UTC whatever the offset, and takes a date without one as UTC', async () => {
	const { call } = openAccount();
	const stored = async (invoiceDate: string) => {
		await call('PUT', 'SalesOrders', '', [{ id: 101, invoiceDate }]);
		return (await call('GET', 'SalesOrders/101')).body.invoiceDate;
	};
	expect(await stored('2026-06-01T23:30:00+10:00')).toBe('2026-06-01T13:30:00Z');
	expect(await stored('2026-06-01')).toBe('2026-06-01T00:00:00Z');
	expect(await stored('2026-06-01T10:00:00.25Z')).toBe('2026-06-01T10:00:00.25Z');
	expect(
		(await call('PUT', 'SalesOrders', '', [{ id: 101, invoiceDate: '2026-06-31' }])).body[0].errors,
	).toEqual(["The value '2026-06-31' is not valid for invoiceDate."]);
});

it.each([
	[{ orderId: 'x', amount: 1 }, "The value 'x' is not valid for orderId."],
	[{ orderId: 1.5, amount: 1 }, "The value 'number' is not valid for orderId."],
	[{ orderId: 3000000000, amount: 1 }, "The value 'number' is not valid for orderId."],
	[{ orderId: 101, amount: 'ten' }, "The value 'ten' is not valid for amount."],
	[{ orderId: 101, amount: {} }, "The value 'object' is not valid for amount."],
	[
		{ orderId: 101, amount: 1, isAuthorized: 'maybe' },
		"The value 'maybe' is not valid for isAuthorized.",
	],
	[{ orderId: 101, amount: 1, method: ['PayPal'] }, "The value 'object' is not valid for method."],
	[
		{ orderId: 101, amount: 1, comments: 'x'.repeat(251) },
		'The field comments must be a text with a maximum length of 250; it has 251.',
	],
])('refuses the payment %j', async (payment, message) => {
	const { call } = openAccount();
	expect((await call('POST', 'Payments', '', [payment])).body[0]).toMatchObject({
		success: false,
		errors: [message],
	});
});

it('takes numbers and yes or no written as text, and choices in any case', async () => {
	const { call } = openAccount();
	await call('POST', 'Payments', '', [{ orderId: '101', amount: '12.50', isAuthorized: 'false' }]);
	expect((await call('GET', 'Payments/505')).body).toMatchObject({
		orderId: 101,
		amount: 12.5,
		isAuthorized: false,
	});
	await call('PUT', 'SalesOrders', '', [
		{
			id: 101,
			taxStatus: 'exempt',
			accountingAttributes: { accountingImportStatus: 'donotimport' },
		},
	]);
	expect((await call('GET', 'SalesOrders/101')).body).toMatchObject({
		taxStatus: 'Exempt',
		accountingAttributes: { importDate: null, accountingImportStatus: 'DoNotImport' },
	});
});

it('reports rows of lines and nested objects that do not fit', async () => {
	const { call } = openAccount();
	const rows = [
		{ lineItems: [{ qty: 1 }, { qty: 'two' }] },
		{ lineItems: 'none' },
		{ accountingAttributes: { accountingImportStatus: 'Done' } },
		{ customFields: [] },
		{ taxRate: 101 },
	];
	const answer = await call('POST', 'SalesOrders', '', rows);
	expect(answer.body.map((row: { errors: string[] }) => row.errors[0])).toEqual([
		"lineItems[1]: The value 'two' is not valid for qty.",
		"The value 'none' is not valid for lineItems.",
		"The value 'Done' is not valid for accountingImportStatus.",
		"The value 'object' is not valid for customFields.",
		'The field taxRate must be at most 100; it is 101.',
	]);
});

it('drops without a word what the account is set not to honour, and cuts or refuses long texts as set', async () => {
	const { call, cin7 } = openAccount();
	cin7.set({
		ignoredFields: { Payments: ['reconcileDate'] },
		longestText: { internalComments: 10 },
	});
	await call('PUT', 'Payments', '', [{ id: 501, reconcileDate: '2026-06-02', comments: 'kept' }]);
	expect((await call('GET', 'Payments/501')).body).toMatchObject({
		reconcileDate: null,
		comments: 'kept',
	});
	const long = [{ id: 101, internalComments: '0123456789ABC' }];
	expect((await call('PUT', 'SalesOrders', '', long)).body[0].success).toBe(false);
	cin7.set({ tooLongText: 'truncate' });
	expect((await call('PUT', 'SalesOrders', '', long)).body[0].success).toBe(true);
	expect((await call('GET', 'SalesOrders/101')).body.internalComments).toBe('0123456789');
});
