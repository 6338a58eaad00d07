// Payments that are left out for what they are or for the state of their order: one case each for
// every reason that has to do with neither time nor other payments.
import { totalled, plainBasket } from '../basket.mts';
import { amazonSeller, shopify, wooCommerce } from '../bot.mts';
import { someMoment } from '../due.mts';
import { skipped } from '../drafts.mts';
import type { Making, OrderDraft, PaymentDraft } from '../drafts.mts';
import type { SkipReason } from '../expectations.mts';
import { productByCode } from '../products.mts';
import { importedSingly, paidSale } from '../sale.mts';
import type { SaleWish } from '../sale.mts';

const places = [
	[shopify, 'PayPal'],
	[wooCommerce, 'Stripe'],
	[amazonSeller, 'Amazon'],
] as const;

/** Makes them all: one at each channel. */
export function makeOrderStateCases(making: Making): void {
	for (const [channel, method] of places) {
		const one = (
			reason: SkipReason,
			wish: Partial<SaleWish> = {},
			payment: Partial<PaymentDraft> = {},
		): OrderDraft => {
			const { at } = someMoment(making, 'order states', channel, method);
			return paidSale(
				making,
				{ channel, ...wish },
				{ method, at, expect: skipped(reason), ...payment },
			);
		};
		one('notAuthorised', {}, { authorised: false });
		one('zeroAmount', { basket: freeOfCharge() });
		one('orderMissing', { gone: true });
		one('orderDraft', { status: 'DRAFT', dispatchedAt: null });
		one('orderVoid', { status: 'VOID', dispatchedAt: null });
		importedSingly(one('alreadyImported'), making.calendar.now);
		one('doNotImport', { accounting: { importDate: null, accountingImportStatus: 'DoNotImport' } });
		one('importError', { accounting: { importDate: null, accountingImportStatus: 'Error' } });
		one('noCurrency', { basket: plainBasket(productByCode('SHK-06'), 890), wire: noCurrency });
		one('inAnotherBatch', donePartly, { batchReference: 'B1877' });
	}
	deposits(making);
}

/** Cin7's own bot was stopped half way: the batch is on the payment, the reconcile date is not. */
const donePartly: Partial<SaleWish> = {
	accounting: { importDate: null, accountingImportStatus: 'DoNotImport' },
};

const noCurrency = { currencyCode: '', currencySymbol: '' };

/** A replacement that costs nothing. */
function freeOfCharge() {
	const product = productByCode('HAT-01');
	const basket = plainBasket(product, product.price);
	return totalled({ ...basket, lines: [{ ...basket.lines[0], discount: product.price }] });
}

/** Taken before the goods are there; accounting has them on an account of their own. */
function deposits(making: Making): void {
	for (const stage of ['Awaiting Payment', 'On Hold']) {
		const { at } = someMoment(making, 'order states', shopify, 'Deposit');
		const wish = { channel: shopify, dispatchedAt: null, wire: { stage } };
		paidSale(making, wish, { method: 'Deposit', at, expect: skipped('deposit') });
	}
}
