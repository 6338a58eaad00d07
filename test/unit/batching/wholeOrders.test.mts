// An order goes into batches whole or not at all; or, with the option, payment by payment.
import { note, payment, sale } from './account.mts';
import { planned } from './planned.mts';

const stripe = (id: number, amount: string, changes = {}) =>
	payment(id, 7, amount, { method: 'Stripe', ...changes });
const today = '2026-06-01T20:00:00Z';

describe('an order with two tenders', () => {
	it('is batched in two groups, its tax shared out to the cent', () => {
		const { batches, plan } = planned({
			payments: [payment(1, 7, '6.66'), stripe(2, '3.34')],
			salesOrders: [sale(7, '10')],
		});
		expect(batches).toEqual([
			['PayPal', 666, 1],
			['Stripe', 334, 2],
		]);
		const taxes = plan.batches.flatMap((batch) => batch.lines.map((one) => one.taxMinor));
		expect(taxes.reduce((a, b) => a + b)).toBe(91);
	});

	it.each([
		['reconciled before', { reconcileDate: '2026-05-20T00:00:00Z' }, 'otherTenderIgnored'],
		["in one of Cin7's own batches", { batchReference: 'B-1' }, 'otherTenderIgnored'],
		['older than the look-back', { paymentDate: '2026-04-01T00:00:00Z' }, 'otherTenderIgnored'],
		['of a type without a row', { method: 'Cash' }, 'otherTenderIgnored'],
		['of an ignored type', { method: 'Gift Card' }, 'otherTenderIgnored'],
		['without a date', { paymentDate: null }, 'otherTenderIgnored'],
		['of tomorrow', { paymentDate: '2026-06-03T00:00:00Z' }, 'otherTenderPending'],
		['of today', { paymentDate: today }, 'otherTenderPending'],
		[
			'of today and an ignored type',
			{ paymentDate: today, method: 'Gift Card' },
			'otherTenderIgnored',
		],
		['of today and without a row', { paymentDate: today, method: 'Cash' }, 'otherTenderIgnored'],
	])('stays whole when the other is %s', (_name, changes, reason) => {
		const { batches, skipped } = planned({
			payments: [payment(1, 7, '6')],
			otherPayments: [stripe(2, '4', changes)],
			salesOrders: [sale(7, '10')],
		});
		expect(batches).toEqual([]);
		expect(skipped).toEqual([[1, reason]]);
	});

	it('stays whole when the other is a deposit, and each gets its own reason', () => {
		const { batches, skipped } = planned(
			{ payments: [payment(1, 7, '6'), stripe(2, '4')], salesOrders: [sale(7, '10')] },
			{ depositPaymentTypes: [' stripe'] },
		);
		expect(batches).toEqual([]);
		expect(skipped).toEqual([
			[1, 'otherTenderIgnored'],
			[2, 'deposit'],
		]);
	});

	it('does not mind payments that are not authorised or of nothing', () => {
		const { batches } = planned({
			payments: [payment(1, 7, '10'), stripe(2, '4', { isAuthorized: false }), stripe(3, '0')],
			salesOrders: [sale(7, '10')],
		});
		expect(batches).toEqual([['PayPal', 1000, 1]]);
	});

	it('names a lasting obstacle before a pending one', () => {
		const { messages } = planned({
			payments: [payment(1, 7, '5'), stripe(2, '3', { paymentDate: today })],
			otherPayments: [stripe(3, '2', { reconcileDate: '2026-05-01T00:00:00Z' })],
			salesOrders: [sale(7, '10')],
		});
		expect(messages[0]).toBe(
			'Order #7 is also paid 2.00 AUD by Stripe, which is batched or reconciled already; the order is not batched in part.',
		);
	});
});

describe('with the option to batch payments alone', () => {
	const alone = { partlySelectedOrders: 'batchAlone' } as const;

	it('a payment is batched pro rata, with a warning', () => {
		const { batches, warnings, plan } = planned(
			{
				payments: [payment(1, 7, '6'), payment(2, 7, '4', { method: 'Gift Card' })],
				salesOrders: [sale(7, '10')],
			},
			alone,
		);
		expect(batches).toEqual([['PayPal', 600, 1]]);
		expect(plan.batches[0].lines.map((one) => one.taxMinor)).toEqual([55]);
		expect(warnings).toEqual([
			'Order #7 is batched in part: 6.00 AUD by PayPal is in, 4.00 AUD by Gift Card is not. Match the rest of order #7 by hand, because it is no longer imported to accounting.',
		]);
	});

	it('the rest follows although the order is on our Do Not Import, and only ours', () => {
		const account = {
			payments: [stripe(2, '4')],
			otherPayments: [payment(1, 7, '6', { reconcileDate: '2026-05-31T00:00:00Z' })],
			salesOrders: [sale(7, '10', { accountingImportStatus: 'DoNotImport' })],
		};
		expect(planned(account, alone).skipped).toEqual([[2, 'doNotImport']]);
		const ours = { ...account, batchedOrders: new Set([7]) };
		expect(planned(ours, alone)).toMatchObject({ batches: [['Stripe', 400, 2]], warnings: [] });
		expect(planned(ours).skipped).toEqual([[2, 'otherTenderIgnored']]);
	});

	it('an order still has to be paid in full', () => {
		const account = { payments: [payment(1, 7, '6')], salesOrders: [sale(7, '10')] };
		expect(planned(account, alone).skipped).toEqual([[1, 'partlyPaid']]);
	});
});

describe('groups that come to nothing', () => {
	it('take their orders out of other groups, which can bring those to nothing in turn', () => {
		const { batches, skipped } = planned({
			payments: [
				// PayPal: 6 - 6 = 0. Order 7 leaves Stripe, where 9 - 9 remains, and so on to branch 2.
				payment(1, 7, '6'),
				payment(2, 8, '6'),
				stripe(3, '4'),
				payment(4, 9, '9', { method: 'Stripe' }),
				payment(5, 10, '9', { method: 'Stripe' }),
				payment(6, 11, '5', { method: 'Stripe' }),
			],
			salesOrders: [sale(7, '10'), sale(9, '9'), sale(11, '5', { branchId: 2 })],
			creditNotes: [note(8, '6'), note(10, '9')],
		});
		expect(batches).toEqual([['Stripe', 500, 6]]);
		expect(skipped).toEqual([
			[1, 'netsToZero'],
			[2, 'netsToZero'],
			[3, 'otherTenderIgnored'],
			[4, 'netsToZero'],
			[5, 'netsToZero'],
		]);
	});

	it('leave the other payments of their orders in place where payments are batched alone', () => {
		const { batches, warnings } = planned(
			{
				payments: [payment(1, 7, '6'), payment(2, 8, '6'), stripe(3, '4')],
				salesOrders: [sale(7, '10')],
				creditNotes: [note(8, '6')],
			},
			{ partlySelectedOrders: 'batchAlone' },
		);
		expect(batches).toEqual([['Stripe', 400, 3]]);
		expect(warnings).toHaveLength(1);
	});
});

describe('amounts', () => {
	it('that are no whole cents make the order unclear, all of it', () => {
		const { skipped, messages } = planned({
			payments: [payment(1, 7, '6.005'), stripe(2, '3.995')],
			salesOrders: [sale(7, '10')],
		});
		expect(skipped).toEqual([
			[1, 'totalUnclear'],
			[2, 'totalUnclear'],
		]);
		expect(messages[1]).toBe(
			'The PayPal payment of 6.005 AUD on order #7 is no whole number of minor units.',
		);
	});

	it('of yen have no cents', () => {
		const yen = { currencyCode: 'JPY' };
		const { messages } = planned({
			payments: [payment(1, 7, '1000')],
			salesOrders: [sale(7, '1200', yen)],
		});
		expect(messages).toEqual([
			'Order #7 is paid 1000 of 1200 JPY; it is batched once it is paid in full.',
		]);
	});
});
