// Which order a payment is on, and what a person is told of batches that are made all the same.
import { note, payment, sale } from './account.mts';
import { planned } from './planned.mts';

describe('a payment', () => {
	it('that reading brought twice counts once', () => {
		const { batches, skipped } = planned({
			payments: [payment(1, 7, '10'), payment(1, 7, '10')],
			otherPayments: [payment(1, 7, '10')],
			salesOrders: [sale(7, '10')],
		});
		expect(batches).toEqual([['PayPal', 1000, 1]]);
		expect(skipped).toEqual([]);
	});

	it.each([
		['its order type', { orderType: 'CreditNote' }, -1000],
		['its order type, in any case', { orderType: 'SALESORDER', orderRef: 'CN-7' }, 1000],
		['its order reference', { orderRef: 'cn-7' }, -1000],
		['its order reference, of the sales order', { orderRef: '#7' }, 1000],
	])('on an id that two orders have belongs to the one of %s', (_name, changes, total) => {
		const { batches } = planned({
			payments: [payment(1, 7, '10', changes)],
			salesOrders: [sale(7, '10')],
			creditNotes: [note(7, '10')],
		});
		expect(batches).toEqual([['PayPal', total, 1]]);
	});

	it.each([
		['a purchase order', { orderType: 'PurchaseOrder', orderRef: 'PO-7' }],
		['a credit note that is gone', { orderType: 'CreditNote', orderRef: 'CN-7' }],
	])('on %s is not taken for one on the sales order of the same id', (_name, changes) => {
		const { skipped } = planned({
			payments: [payment(1, 7, '10', changes)],
			salesOrders: [sale(7, '10')],
		});
		expect(skipped).toEqual([[1, 'orderMissing']]);
	});

	it('that is reconciled already is not batched again', () => {
		const { skipped, messages } = planned({
			payments: [payment(1, 7, '10', { reconcileDate: '2026-05-31T00:00:00Z' })],
			salesOrders: [sale(7, '10')],
		});
		expect(skipped).toEqual([[1, 'inAnotherBatch']]);
		expect(messages[0]).toContain('already reconciled');
	});
});

describe('warnings', () => {
	it('name a credit note whose invoice accounting imported on its own', () => {
		const { warnings } = planned({
			payments: [payment(1, 7, '10'), payment(2, 8, '4')],
			salesOrders: [sale(7, '10')],
			creditNotes: [note(8, '4', { salesReference: '#6' })],
			importedSingly: new Set(['#6']),
		});
		expect(warnings).toEqual([
			'Credit note CN-8 refunds #6, which accounting imported on its own; if the provider takes the 4.00 AUD off another deposit, the Shopify / PayPal batch of 2026-05-31 and its deposit differ by that much.',
		]);
	});

	it('name an order without a currency rate', () => {
		const { warnings, plan } = planned({
			payments: [payment(1, 7, '10')],
			salesOrders: [sale(7, '10', { currencyRate: null })],
		});
		expect(plan.batches[0].currencyRate).toBeNull();
		expect(warnings).toEqual([
			"The Shopify / PayPal batch of 2026-05-31 has no AUD rate, because order #7 carries none; Cin7 will take the day's rate. Set the rate on the order to avoid that.",
		]);
	});
});
