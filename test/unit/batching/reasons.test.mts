// Every reason for leaving a payment out, its sentence, and which of two reasons is given.
import { plan } from './plan.mts';
import type { AccountReading } from './plan.mts';
import type { BatchSettings } from '../../../lib/batching/settings';
import { skipReasons, type SkipReason } from '../../../lib/batching/reasons/skipReasons';
import type { Payment, SalesOrder } from '../../../lib/cin7/records';
import {
	ignore,
	line,
	note,
	payment,
	reading,
	sale,
	secondOfJune,
	settings,
	time,
} from './account.mts';

/** A PayPal payment of 40.00 AUD on Shopify order #1042, that a condition changes. */
interface Case {
	settings: BatchSettings;
	payment: Payment;
	order: SalesOrder;
	others: Payment[];
	/** What the order's lines come to beyond its payments. */
	unpaid: number;
	/** Its total beside its lines. */
	total: string | null;
	account: AccountReading;
	isOrderGone: boolean;
	isNetted: boolean;
}

const conditions: Record<SkipReason, (a: Case) => void> = {
	ignored: (a) => (a.settings.rows[0].cutOff = ignore),
	outsideWindow: (a) => (a.payment.paymentDate = '2026-06-01T20:00:00Z'),
	channelNotSelected: (a) => (a.order.source = 'eBay'),
	branchNotSelected: (a) => (a.settings.branchIds = [2]),
	paymentTypeNotSelected: (a) => (a.payment.method = 'Cash'),
	notAuthorised: (a) => (a.payment.isAuthorized = false),
	zeroAmount: (a) => (a.payment.amount = '0.00'),
	inAnotherBatch: (a) => a.account.claimed.set(1, 'BATCH-000012'),
	batchDocument: (a) => (a.payment.orderRef = a.order.reference = 'BATCH-000007'),
	orderMissing: (a) => (a.isOrderGone = true),
	orderDraft: (a) => (a.order.status = 'DRAFT'),
	orderVoid: (a) => (a.order.isVoid = true),
	alreadyImported: (a) => (a.order.importDate = '2026-05-31T00:00:00Z'),
	doNotImport: (a) => (a.order.accountingImportStatus = 'DoNotImport'),
	importError: (a) => (a.order.accountingImportStatus = 'Error'),
	partlyPaid: (a) => (a.unpaid = 15),
	overPaid: (a) => (a.unpaid = -5),
	otherTenderIgnored: (a) => a.others.push(payment(2, 1042, '9', { method: 'Gift Card' })),
	otherTenderPending: (a) =>
		a.others.push(payment(3, 1042, '8', { method: 'Stripe', paymentDate: '2026-06-01T20:00:00Z' })),
	deposit: (a) => a.settings.depositPaymentTypes.push('paypal'),
	noCurrency: (a) => (a.order.currencyCode = ''),
	totalUnclear: (a) => (a.total = '999'),
	netsToZero: (a) => (a.isNetted = true),
};

function outcome(reasons: SkipReason[]) {
	const row = (paymentType: string, cutOff = time(11)) => ({
		channel: 'Shopify',
		paymentType,
		cutOff,
	});
	const rows = [row('PayPal'), row('Stripe'), row('Gift Card', ignore)];
	const a: Case = {
		settings: settings({ rows }),
		payment: payment(1, 1042, '40'),
		order: sale(1042, '40'),
		others: [],
		unpaid: 0,
		total: null,
		account: reading(),
		isOrderGone: false,
		isNetted: false,
	};
	for (const reason of reasons) conditions[reason](a);
	const paid = [a.payment, ...a.others].filter((one) => one.isAuthorized);
	const due = paid.reduce((sum, one) => sum + Number(one.amount), a.unpaid);
	a.order.lineItems = [line(String(due))];
	a.order.total = a.total ?? String(due);
	a.account.payments = [a.payment, ...a.others];
	if (!a.isOrderGone) a.account.salesOrders = [a.order];
	if (a.isNetted) {
		a.account.payments.push(payment(9, 9, '40', { paymentDate: a.payment.paymentDate }));
		a.account.creditNotes = [note(9, '40')];
	}
	const result = plan(a.settings, a.account, secondOfJune);
	return result.skipped.find((one) => one.payment.id === 1);
}

const sentences: Record<SkipReason, string> = {
	ignored:
		'The PayPal payment of 40.00 AUD on order #1042 is left out because Shopify / PayPal is set to Ignore; give that row a cut-off time to batch it.',
	outsideWindow:
		"The PayPal payment of 40.00 AUD on order #1042 was made 2026-06-02 06:00, not before this run's cut-off (2026-06-01 11:00); a later run takes it.",
	channelNotSelected:
		'Order #1042 came through eBay, which no row of this bot names; add a row to batch it.',
	branchNotSelected:
		"Order #1042 belongs to Main, which is not among this bot's branches; add it there to batch the order.",
	paymentTypeNotSelected:
		'The Cash payment of 40.00 AUD on order #1042 is left out because Shopify has no row for Cash; add one to batch it.',
	notAuthorised:
		'The PayPal payment of 40.00 AUD on order #1042 is not authorised; it is batched once it is authorised in Cin7.',
	zeroAmount: 'The PayPal payment of 0.00 AUD on order #1042 has nothing to batch.',
	inAnotherBatch: 'The PayPal payment of 40.00 AUD on order #1042 is already in BATCH-000012.',
	batchDocument: 'Payment 1 is the payment of BATCH-000007, a batch itself.',
	orderMissing:
		'Payment 1 is on order #1042, which Cin7 does not have among its sales orders and credit notes; only those are batched.',
	orderDraft: 'Order #1042 is a draft; it is batched once it is approved in Cin7.',
	orderVoid: 'Order #1042 is void, and void orders are not batched.',
	alreadyImported:
		'Order #1042 is already in accounting on its own (since 2026-05-31); match its payment there, or reset it for import in Cin7 to batch it.',
	doNotImport: 'Order #1042 is set to Do Not Import; set it to Not Imported in Cin7 to batch it.',
	importError:
		'Order #1042 has the accounting import status Error; see why in Cin7 and reset it for import to batch it.',
	partlyPaid: 'Order #1042 is paid 40.00 of 55.00 AUD; it is batched once it is paid in full.',
	overPaid:
		'Order #1042 is paid 40.00 AUD for a total of 35.00 AUD; it is batched once payments and total agree.',
	otherTenderIgnored:
		'Order #1042 is also paid 9.00 AUD by Gift Card, which is set to Ignore; the order stays in the normal accounting sync.',
	otherTenderPending:
		'Order #1042 is also paid 8.00 AUD by Stripe on 2026-06-02 06:00, which is not due yet; the order is batched whole once that is.',
	deposit:
		'The PayPal payment of 40.00 AUD on order #1042 is a deposit; accounting reverses deposits itself, so it stays in the normal sync.',
	noCurrency: 'Order #1042 has no currency; set one in Cin7 to batch it.',
	totalUnclear:
		'The lines, freight, surcharge, discount and tax of order #1042 add up to 40.00 AUD, but its total is 999.00 AUD.',
	netsToZero:
		'The PayPal payment of 40.00 AUD on order #1042 belongs to Shopify / PayPal of 2026-05-31, which comes to 0.00 AUD: there is no deposit to match, so it stays in the normal sync.',
};

/** Pairs that cannot both be: they need the same field to say two things. */
const exclusive: SkipReason[][] = [
	['ignored', 'channelNotSelected', 'paymentTypeNotSelected', 'batchDocument', 'orderMissing'],
	['doNotImport', 'importError'],
	['partlyPaid', 'overPaid', 'totalUnclear'],
];
/** An order that is gone has no channel or branch. */
const ofKnownOrders = ['channelNotSelected', 'branchNotSelected', 'paymentTypeNotSelected'];

function canBoth(a: SkipReason, b: SkipReason): boolean {
	if (exclusive.some((group) => group.includes(a) && group.includes(b))) return false;
	return !(ofKnownOrders.includes(a) && (b === 'orderMissing' || b === 'batchDocument'));
}

describe('without any condition', () => {
	it('the payment is batched', () => expect(outcome([])).toBeUndefined());
});

describe.each(skipReasons)('%s', (reason) => {
	it('is given with its sentence', () => {
		expect(outcome([reason])).toMatchObject({ reason, message: sentences[reason] });
	});

	it('goes before every later reason', () => {
		for (const later of skipReasons.slice(skipReasons.indexOf(reason) + 1)) {
			if (!canBoth(reason, later)) continue;
			expect([later, outcome([later, reason])?.reason]).toEqual([later, reason]);
		}
	});
});
