// What the Xero template makes of Xero's answers: the code of its nodes, without n8n around it.
import { runInNewContext } from 'node:vm';
import { nodeOf } from './flows.mts';
import { template } from './openN8n.mts';

type Row = Record<string, any>;

const settings = {
	organisation: '',
	contact: 'Ecommerce Batches',
	salesAccount: '200',
	clearingAccount: '880',
	taxTypes: { 10: 'OUTPUT', 0: 'EXEMPTOUTPUT' },
	sendCurrencyRates: true,
};
const state = {
	reference: 'BATCH-000007',
	batchDay: '2026-06-14',
	currency: 'AUD',
	total: '110.00',
	tenantId: 'tenant',
	list: 'Invoices',
	document: {},
	next: 'look',
};
const invoice = {
	InvoiceID: 'id-7',
	InvoiceNumber: 'BATCH-000007',
	Status: 'AUTHORISED',
	CurrencyCode: 'AUD',
	CurrencyRate: 1,
	Total: 110,
	AmountDue: 110,
};

async function run(node: string, nodes: Record<string, unknown>, $input: unknown, $json: unknown) {
	const { jsCode } = nodeOf(await template('batch-ecommerce-orders-xero'), node).parameters;
	const $ = (name: string) => nodes[name];
	const result = runInNewContext(`(() => {${String(jsCode)}\n})()`, { $, $input, $json });
	return JSON.parse(JSON.stringify(result));
}

async function judged(node: string, answer: Row, change: Row = {}, own: Row = {}): Promise<Row> {
	const nodes = {
		'What next?': { item: { json: { ...state, ...own } } },
		Settings: { first: () => ({ json: { ...settings, ...change } }) },
	};
	return (await run(node, nodes, undefined, answer)).json;
}

const answer = (...Invoices: Row[]) => ({ statusCode: 200, body: { Invoices } });

describe.each(['What Xero has', 'What Xero made'])('%s', (node) => {
	it.each<[string, Row, string, RegExp]>([
		['made void', { Status: 'VOIDED' }, 'no', /made void in Xero.*Undo/],
		['deleted', { Status: 'DELETED' }, 'no', /made void in Xero/],
		['a draft', { Status: 'DRAFT' }, 'no', /it is DRAFT/],
		['of another total', { Total: 110.01 }, 'no', /over 110\.01 AUD instead of 110\.00 AUD/],
		['in another currency', { CurrencyCode: 'NZD' }, 'no', /over 110 NZD/],
	])('%s: not booked', async (_, change, next, why) => {
		const verdict = await judged(node, answer({ ...invoice, ...change }));
		expect(verdict).toMatchObject({ next, why: expect.stringMatching(why) });
	});

	it('goes on to the payment, unless somebody paid already or none is wanted', async () => {
		expect(await judged(node, answer(invoice))).toMatchObject({
			next: 'findPayment',
			xeroId: 'id-7',
			xeroNumber: 'BATCH-000007',
			payment: {
				Invoice: { InvoiceID: 'id-7' },
				Account: { Code: '880' },
				Date: '2026-06-14',
				Amount: 110,
				Reference: 'BATCH-000007',
			},
		});
		for (const paid of [{ AmountDue: 0, Status: 'PAID' }, { AmountDue: 50 }]) {
			expect((await judged(node, answer({ ...invoice, ...paid }))).next).toBe('booked');
		}
		expect((await judged(node, answer(invoice), { clearingAccount: '' })).next).toBe('booked');
	});

	it('looks at a void one no more when another one stands', async () => {
		const verdict = await judged(node, answer({ ...invoice, Status: 'VOIDED' }, invoice));
		expect(verdict.next).toBe('findPayment');
		expect((await judged(node, answer(invoice, invoice))).why).toMatch(/more than once/);
	});

	it("a credit note's open amount is its remaining credit", async () => {
		const { InvoiceID: _id, InvoiceNumber: _number, AmountDue: _due, ...note } = invoice;
		const CreditNotes = [
			{ ...note, CreditNoteID: 'cn', CreditNoteNumber: 'BATCH-000007', RemainingCredit: 110 },
		];
		const verdict = await judged(
			node,
			{ statusCode: 200, body: { CreditNotes } },
			{},
			{ list: 'CreditNotes' },
		);
		expect(verdict.payment).toMatchObject({ CreditNote: { CreditNoteID: 'cn' }, Amount: 110 });
	});

	it.each<[string, Row, RegExp]>([
		['no answer', { error: { message: 'ECONNRESET' } }, /could not be reached: ECONNRESET/],
		['a page', { statusCode: 200, body: '<html>' }, /a page instead of data/],
		['too many calls', { statusCode: 429, body: {} }, /answered 429/],
		['no access', { statusCode: 403, body: { Detail: 'Not permitted' } }, /^Not permitted$/],
		[
			'refused',
			{ statusCode: 400, body: { Elements: [{ ValidationErrors: [{ Message: 'Bad code' }] }] } },
			/^Bad code$/,
		],
	])("%s: not booked, in Xero's words", async (_, given, why) => {
		const verdict = await judged(node, given);
		expect(verdict).toMatchObject({ next: 'no', why: expect.stringMatching(why) });
	});
});

it('creates what Xero does not have, and only then', async () => {
	expect((await judged('What Xero has', answer())).next).toBe('create');
	const other = { ...invoice, InvoiceNumber: 'BATCH-000070' };
	expect((await judged('What Xero has', answer(other))).next).toBe('create');
	expect((await judged('What Xero made', answer())).next).toBe('no');
});

it('pays only where no payment of its own stands', async () => {
	const payment = (more: Row) => ({
		statusCode: 200,
		body: { Payments: [{ Reference: 'BATCH-000007', Status: 'AUTHORISED', ...more }] },
	});
	expect((await judged('Is it paid?', payment({}))).next).toBe('booked');
	expect((await judged('Is it paid?', payment({ Status: 'DELETED' }))).next).toBe('pay');
	expect((await judged('Is it paid?', payment({ Reference: 'other' }))).next).toBe('pay');
	expect((await judged('Was it paid?', payment({ PaymentID: 'p' }))).next).toBe('booked');
	expect((await judged('Was it paid?', { statusCode: 200, body: {} })).next).toBe('no');
});

describe('Write the Xero documents', () => {
	const batch = {
		reference: 'BATCH-000007',
		batchDay: '2026-06-14',
		kind: 'creditNote',
		channel: 'Shopify',
		paymentType: 'PayPal',
		total: '-11.00',
		currency: 'USD',
		currencyRate: '0.65',
		lines: [
			{ description: 'Goods, tax 10 %', accountCode: '', taxRate: '10', amountNumber: 12.1 },
			{ description: 'Discount', accountCode: '260', taxRate: '0', amountNumber: -1.1 },
		],
	};
	const written = (change: Row, connections: string[], own: Row = {}) =>
		run(
			'Write the Xero documents',
			{
				Settings: { first: () => ({ json: { ...settings, ...change } }) },
				'Handed over to be booked': { all: () => [{ json: { ...batch, ...own } }] },
			},
			{
				first: () => ({
					json: { body: connections.map((tenantName) => ({ tenantName, tenantId: tenantName })) },
				}),
			},
			undefined,
		);

	it('writes a credit note with positive value, its rate and its tax types', async () => {
		const [{ json }] = await written({}, ['Harbour']);
		expect(json).toMatchObject({ list: 'CreditNotes', total: '11.00', tenantId: 'Harbour' });
		expect(json.document).toMatchObject({
			Type: 'ACCRECCREDIT',
			CreditNoteNumber: 'BATCH-000007',
			CurrencyRate: 0.65,
			LineAmountTypes: 'Inclusive',
			LineItems: [
				{ UnitAmount: 12.1, AccountCode: '200', TaxType: 'OUTPUT' },
				{ UnitAmount: -1.1, AccountCode: '260', TaxType: 'EXEMPTOUTPUT' },
			],
		});
		const [home] = await written({}, ['Harbour'], { currencyRate: '1' });
		expect(home.json.document.CurrencyRate).toBeUndefined();
	});

	it('does not book a batch with a tax rate that Settings do not know', async () => {
		const [{ json }] = await written({ taxTypes: { 0: 'EXEMPTOUTPUT' } }, ['Harbour']);
		expect(json).toMatchObject({ next: 'no', why: 'Settings have no Xero tax type for 10 %.' });
	});

	it('asks which organisation where the connection has several', async () => {
		await expect(written({}, ['Harbour', 'Trade'])).rejects.toThrow(/Harbour, Trade/);
		const [{ json }] = await written({ organisation: 'Trade' }, ['Harbour', 'Trade']);
		expect(json.tenantId).toBe('Trade');
	});
});
