// References of sales orders and credit notes: unique over both modules.
import { closeAccounts, openAccount } from './openAccount.mts';

afterEach(closeAccounts);

it('has a reference of its own over sales orders and credit notes, in any case, void or not', async () => {
	const { call } = openAccount();
	await call('PUT', 'SalesOrders', '', [{ id: 103, isVoid: true }]);
	const answer = await call('POST', 'SalesOrders', '', [
		{ reference: 'wc-7' },
		{ reference: 'CRN-1' },
		{ reference: ' #1001 ' },
	]);
	expect(answer.body.map((row: { success: boolean }) => row.success)).toEqual([
		false,
		false,
		false,
	]);
	expect(answer.body[0].errors[0]).toMatch(/already exists/i);
	const notes = await call('POST', 'CreditNotes', '', [
		{ reference: '#1001', salesReference: '#1001' },
	]);
	expect(notes.body[0].success).toBe(false);
});

it('refuses the whole call for a taken reference when set so, and keeps nothing of it', async () => {
	const { call, cin7 } = openAccount({ settings: { duplicateReference: 'wholeCall' } });
	const before = JSON.stringify(cin7.ledger());
	const answer = await call('POST', 'SalesOrders', '', [
		{ reference: 'NEW-1' },
		{ reference: 'WC-7' },
	]);
	expect(answer.status).toBe(400);
	expect(answer.body.message).toBe("Reference 'WC-7' already exists.");
	expect(JSON.stringify(cin7.ledger())).toBe(before);
	expect((await call('POST', 'SalesOrders', '', [{ reference: 'NEW-1' }])).body[0]).toMatchObject({
		success: true,
		id: 105,
	});
});

it('makes a reference when none is given', async () => {
	const { call } = openAccount();
	const orders = await call('POST', 'SalesOrders', '', [{}, { reference: '' }]);
	expect(orders.body.map((row: { code: string }) => row.code)).toEqual(['SO-105', 'SO-106']);
	const notes = await call('POST', 'CreditNotes', '', [{ salesReference: '#1002' }]);
	expect(notes.body[0]).toMatchObject({ id: 107, code: 'CRN-107' });
});

it('can be given another free reference, which frees the old one and shows on its payments', async () => {
	const { call } = openAccount();
	expect(
		(await call('PUT', 'SalesOrders', '', [{ id: 101, reference: '#1002' }])).body[0].success,
	).toBe(false);
	expect(
		(await call('PUT', 'SalesOrders', '', [{ id: 101, reference: '#2001' }])).body[0].code,
	).toBe('#2001');
	expect((await call('GET', 'Payments/501')).body.orderRef).toBe('#2001');
	expect((await call('POST', 'SalesOrders', '', [{ reference: '#1001' }])).body[0].success).toBe(
		true,
	);
});

it('may be written again as it is, also in another case', async () => {
	const { call } = openAccount();
	for (const reference of ['WC-7', 'wc-7', 'WC-7']) {
		const answer = await call('PUT', 'SalesOrders', '', [{ id: 103, reference }]);
		expect(answer.body[0]).toMatchObject({ success: true, code: reference });
	}
	const taken = await call('POST', 'SalesOrders', '', [{ reference: 'wC-7' }]);
	expect(taken.body[0].success).toBe(false);
});
