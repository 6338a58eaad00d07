// Sales orders and credit notes: status, void, branch, shipping, numbers, what is filled in.
import { closeAccounts, openAccount } from './openAccount.mts';

afterEach(closeAccounts);

it('is a draft, approved or void, in capitals', async () => {
	const { call } = openAccount();
	expect((await call('GET', 'SalesOrders/103')).body.status).toBe('DRAFT');
	await call('PUT', 'SalesOrders', '', [{ id: 103, isApproved: true }]);
	expect((await call('GET', 'SalesOrders/103')).body.status).toBe('APPROVED');
	await call('PUT', 'SalesOrders', '', [{ id: 103, isVoid: true }]);
	expect((await call('GET', 'SalesOrders/103')).body).toMatchObject({
		status: 'VOID',
		isVoid: true,
	});
});

it('cannot be changed once void, nor brought back', async () => {
	const { call } = openAccount();
	await call('PUT', 'SalesOrders', '', [{ id: 101, isVoid: true }]);
	for (const change of [{ isVoid: false }, { stage: 'New' }, {}]) {
		const answer = await call('PUT', 'SalesOrders', '', [{ id: 101, ...change }]);
		expect(answer.body[0]).toMatchObject({
			success: false,
			errors: ['Sales order #1001 is void and cannot be changed.'],
		});
	}
	expect((await call('GET', 'SalesOrders/101')).body).toMatchObject({
		status: 'VOID',
		stage: 'New',
	});
});

it('does not void a credit note through the API, but a person can', async () => {
	const { call, cin7 } = openAccount();
	expect(
		(await call('PUT', 'CreditNotes', '', [{ id: 104, isVoid: true, status: 'VOID' }])).body[0]
			.success,
	).toBe(true);
	const creditNote = (await call('GET', 'CreditNotes/104')).body;
	expect(creditNote.status).toBe('APPROVED');
	expect(creditNote).not.toHaveProperty('isVoid');
	cin7.person({ resource: 'CreditNotes', id: 104, void: true });
	expect((await call('GET', 'CreditNotes/104')).body.status).toBe('VOID');
	expect(
		(await call('PUT', 'CreditNotes', '', [{ id: 104, customerReport: 'x' }])).body[0].success,
	).toBe(false);
});

it('ships its lines when it is dispatched and approved', async () => {
	const { call } = openAccount();
	const shipped = async () => (await call('GET', 'SalesOrders/103')).body.lineItems[0].qtyShipped;
	await call('PUT', 'SalesOrders', '', [
		{ id: 103, dispatchedDate: '2026-06-02', lineItems: [{ qtyShipped: 9, id: 3 }] },
	]);
	expect(await shipped()).toBe(0);
	await call('PUT', 'SalesOrders', '', [{ id: 103, isApproved: true }]);
	expect(await shipped()).toBe(2);
	await call('PUT', 'SalesOrders', '', [{ id: 103, dispatchedDate: '' }]);
	expect(await shipped()).toBe(0);
});

it('can be set to refuse or ignore the dispatch of a draft', async () => {
	const { call, cin7 } = openAccount({ settings: { draftDispatch: 'refuse' } });
	expect(
		(await call('PUT', 'SalesOrders', '', [{ id: 103, dispatchedDate: '2026-06-02' }])).body[0]
			.success,
	).toBe(false);
	cin7.set({ draftDispatch: 'ignore' });
	expect(
		(await call('PUT', 'SalesOrders', '', [{ id: 103, dispatchedDate: '2026-06-02' }])).body[0]
			.success,
	).toBe(true);
	expect((await call('GET', 'SalesOrders/103')).body.dispatchedDate).toBe(null);
});

it('keeps its branch once dispatched', async () => {
	const { call } = openAccount();
	expect((await call('PUT', 'SalesOrders', '', [{ id: 102, branchId: 1 }])).body[0].errors).toEqual(
		['Sales order #1002 is dispatched: its BranchId cannot be changed.'],
	);
	expect(
		(await call('PUT', 'SalesOrders', '', [{ id: 102, branchId: 2, stage: 'x' }])).body[0].success,
	).toBe(true);
	expect((await call('PUT', 'SalesOrders', '', [{ id: 101, branchId: 2 }])).body[0].success).toBe(
		true,
	);
});

it('gets an invoice number with its first invoice date and keeps it', async () => {
	const { call } = openAccount();
	const number = async (id: number, invoiceDate: string) => {
		await call('PUT', 'SalesOrders', '', [{ id, invoiceDate }]);
		return (await call('GET', `SalesOrders/${id}`)).body.invoiceNumber;
	};
	expect(await number(101, '2026-06-01')).toBe(1);
	expect(await number(102, '2026-06-01')).toBe(2);
	expect(await number(101, '2026-06-02')).toBe(1);
});

it('fills in what a new order leaves out', async () => {
	const { call } = openAccount();
	await call('POST', 'SalesOrders', '', [
		{ memberEmail: 'ADA@example.com', currencyCode: 'USD', lineItems: [{ code: 'tee' }] },
	]);
	expect((await call('GET', 'SalesOrders/105')).body).toMatchObject({
		isApproved: true,
		status: 'APPROVED',
		stage: 'New',
		branchId: 1,
		memberId: 30,
		source: null,
		createdDate: '2026-06-02T01:30:00Z',
		currencySymbol: '$',
		currencyRate: 0.66,
		accountingAttributes: { importDate: null, accountingImportStatus: 'NotImported' },
		lineItems: [
			{ transactionId: 105, productId: 40, productOptionId: 1, name: 'Plain tee', parentId: 0 },
		],
	});
	await call('POST', 'SalesOrders', '', [{}]);
	expect((await call('GET', 'SalesOrders/106')).body).toMatchObject({
		currencyCode: 'NZD',
		currencyRate: 1,
		taxStatus: 'Incl',
	});
	expect((await call('POST', 'SalesOrders', '', [{ memberId: 5 }])).body[0].errors).toEqual([
		'Contact 5 was not found.',
	]);
});

it('needs the sales reference on a credit note, and numbers it with its date', async () => {
	const { call } = openAccount();
	expect((await call('POST', 'CreditNotes', '', [{ reference: 'C9' }])).body[0].errors).toEqual([
		'The SalesReference field is required.',
	]);
	await call('PUT', 'CreditNotes', '', [
		{ id: 104, creditNoteDate: '2026-06-01', completedDate: '2026-06-01' },
	]);
	expect((await call('GET', 'CreditNotes/104')).body).toMatchObject({
		creditNoteNumber: 1,
		creditNoteDate: '2026-06-01T00:00:00Z',
	});
});
