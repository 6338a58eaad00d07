// Credit notes: everyday returns, signs as different systems write them, groups that come out
// negative or at nothing, refunds of invoices that accounting already has, and notes left out.
import { branchIds } from '../account.mts';
import { plainBasket } from '../basket.mts';
import { amazonSeller, shopify, wooCommerce } from '../bot.mts';
import { moment, someAfternoon, someMoment } from '../due.mts';
import { skipped } from '../drafts.mts';
import type { Making, OrderDraft, PaymentDraft, Signs } from '../drafts.mts';
import { productByCode } from '../products.mts';
import { importedSingly, paidSale, pay, refund } from '../sale.mts';

const places = [
	[shopify, 'Shopify Payments'],
	[shopify, 'PayPal'],
	[wooCommerce, 'Stripe'],
	[amazonSeller, 'Amazon'],
] as const;

/** Makes them all. */
export function makeRefundCases(making: Making): void {
	everydayReturns(making);
	refundsOfImportedInvoices(making);
	negativeGroups(making);
	groupsOfNothing(making);
	notesLeftOut(making);
}

/** Goods sold before the look-back or in it come back some days later. */
function everydayReturns(making: Making): void {
	const random = making.random('returns');
	for (let count = 0; count < 36; count++) {
		const [channel, method] = random.pick(places);
		const sold = someAfternoon(making, 'returns', -26, -10);
		const currency = channel === wooCommerce ? 'AUD' : random.pick(['AUD', 'AUD', 'AUD', 'NZD']);
		const order = paidSale(
			making,
			{ channel, currency },
			{ method, ...moment(making, channel, method, sold.day, sold.time) },
		);
		const signs = random.weighted<Signs>([
			['positive', 70],
			['negativePayment', 15],
			['negativePrices', 8],
			['negativeQuantities', 7],
		]);
		const part = random.chance(0.3) ? 'everything' : 'firstLine';
		const back = moment(making, channel, method, sold.day + random.int(2, 7), sold.time);
		const note = refund(making, order, { createdAt: back.at - 300_000, signs }, part);
		pay(note, { method, ...back });
	}
	// Back to two tenders, as it was paid.
	const { day, time } = someAfternoon(making, 'returns', -20, -8);
	const paypal = moment(making, shopify, 'PayPal', day, time);
	const afterpay = moment(making, shopify, 'Afterpay', day, time);
	const order = paidSale(making, { channel: shopify }, { method: 'PayPal', ...paypal });
	const note = refund(making, order, { createdAt: paypal.at + 60_000 });
	const half = Math.floor(note.total / 2);
	pay(note, { method: 'PayPal', ...paypal, at: paypal.at + 120_000, amount: half });
	pay(note, {
		method: 'Afterpay',
		...afterpay,
		at: afterpay.at + 120_000,
		amount: note.total - half,
	});
}

/** The note goes into a batch, its invoice did not: batch and deposit will differ, and the bot warns. */
function refundsOfImportedInvoices(making: Making): void {
	for (const [channel, method] of places) {
		const { day, time } = someAfternoon(making, 'imported invoices', -18, -6);
		const at = making.calendar.at(day - 5, time);
		const payment = { method, at, expect: skipped('alreadyImported') };
		const order = paidSale(making, { channel }, payment);
		importedSingly(order, making.calendar.now);
		const back = moment(making, channel, method, day, time);
		pay(refund(making, order, { createdAt: back.at - 60_000 }), { method, ...back });
	}
}

/** Branches that these channels' everyday orders never use, so that nothing else joins the groups. */
const apart = [
	[shopify, 'Afterpay', branchIds.fremantle],
	[amazonSeller, 'Amazon', branchIds.melbourne],
	[wooCommerce, 'PayPal', branchIds.sydney],
] as const;

/** More goes back than comes in. */
function negativeGroups(making: Making): void {
	for (const [channel, method, branchId] of apart) {
		for (const currency of ['AUD', 'NZD']) {
			const day = currency === 'AUD' ? -7 : -15;
			const at = (time: string) => moment(making, channel, method, day, time);
			const order = soldBefore(making, { channel, branchId, currency }, method, 20_735);
			const note = refund(making, order, { createdAt: at('12:00:00').at }, 'everything');
			pay(note, { method, ...at('12:05:00') });
			const small = { channel, branchId, basket: basketOf(1_265, currency), currency };
			paidSale(making, small, { method, ...at('13:00:00') });
			if (currency === 'NZD') {
				const all = soldBefore(making, { channel, branchId, currency }, method, 5_005);
				const signs = 'negativePayment' as const;
				const back = refund(making, all, { createdAt: at('14:00:00').at, signs }, 'everything');
				pay(back, { method, ...at('14:30:00') });
			}
		}
	}
}

/** What comes in goes out again the same day: there is no deposit to match. */
function groupsOfNothing(making: Making): void {
	for (const [channel, method, branchId] of apart) {
		const day = -11;
		const basket = basketOf(8_800, 'AUD');
		const at = (time: string) => making.calendar.at(day, time);
		const expect = skipped('netsToZero');
		const wish = { channel, branchId, basket, currency: 'AUD' };
		const order = paidSale(making, wish, { method, at: at('12:00:00'), expect });
		paidSale(
			making,
			{ ...wish, basket: basketOf(1_100, 'AUD') },
			{ method, at: at('12:30:00'), expect },
		);
		const first = refund(making, order, { createdAt: at('13:00:00') }, 'everything');
		pay(first, { method, at: at('13:05:00'), expect });
		const rest = refund(making, order, {
			createdAt: at('14:00:00'),
			basket: basketOf(1_100, 'AUD'),
		});
		pay(rest, { method, at: at('14:05:00'), expect });
	}
}

/** Sold and paid some days before the look-back. */
function soldBefore(
	making: Making,
	place: { channel: string; branchId: number; currency: string },
	method: string,
	amount: number,
): OrderDraft {
	const at = making.calendar.at(-making.bot.lookBackDays - 3, '12:00:00');
	const basket = basketOf(amount, place.currency);
	return paidSale(making, { ...place, basket }, { method, at, expect: 'notListed' });
}

function basketOf(amount: number, currency: string) {
	return plainBasket(productByCode('SRV-SPL'), amount, currency, currency === 'NZD' ? 15 : 10);
}

/** Left out by the note's own state, whatever that of its invoice. */
function notesLeftOut(making: Making): void {
	const cases: Array<[Partial<OrderDraft>, Partial<PaymentDraft>]> = [
		[{ status: 'DRAFT' }, { expect: skipped('orderDraft') }],
		[{ status: 'VOID' }, { expect: skipped('orderVoid') }],
		[{}, { expect: skipped('partlyPaid'), amount: 100 }],
		[{}, { expect: skipped('notAuthorised'), authorised: false }],
		[{}, { expect: skipped('ignored'), method: 'Gift Card' }],
		[
			{ accounting: { importDate: null, accountingImportStatus: 'DoNotImport' } },
			{ expect: skipped('doNotImport') },
		],
	];
	for (const [wish, payment] of cases) {
		const when = someMoment(making, 'notes left out', shopify, 'PayPal');
		const basket = plainBasket(productByCode('HAT-01'), 3_995);
		const order = paidSale(making, { channel: shopify, basket }, { method: 'PayPal', ...when });
		const note = refund(making, order, { createdAt: when.at + 60_000, ...wish }, 'everything');
		pay(note, { method: 'PayPal', ...when, at: when.at + 90_000, ...payment });
	}
	// The invoice was made void, the note was not: the note counts.
	const when = someMoment(making, 'notes left out', wooCommerce, 'Stripe');
	const order = paidSale(
		making,
		{ channel: wooCommerce, status: 'VOID', dispatchedAt: null },
		{ method: 'Stripe', at: when.at, expect: skipped('orderVoid') },
	);
	const note = refund(making, order, { createdAt: when.at + 60_000 });
	pay(note, { method: 'Stripe', ...when, at: when.at + 90_000 });
}
