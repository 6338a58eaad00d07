// The totals of a sales order or credit note, computed as Cin7 says: product, freight, discount and
// surcharge totals and tax.
import { add, decimal, divide, round, toNumber, zero } from './decimal.mts';
import type { Decimal } from './decimal.mts';
import { minorDigits } from './currency.mts';
import { lineAmount, taxPerRate } from './taxPerRate.mts';
import type { TaxedDocument } from './taxPerRate.mts';

export interface Totals {
	productTotal: number;
	total: number;
}

/** Both in the order's currency. `productTotal` includes tax when the prices do. */
export function totalsOf(order: TaxedDocument): Totals {
	const digits = minorDigits(order.currencyCode);
	const lines = (order.lineItems ?? []).filter((line) => !line.parentId);
	const products = sum(lines.map((line) => lineAmount(line, digits)));
	const total = sum(taxPerRate(order).map((rate) => decimal(rate.gross)));
	return { productTotal: toNumber(round(products, digits)), total: toNumber(round(total, digits)) };
}

/** An amount in the account's own currency. `rate` is units of foreign currency for one of it. */
export function inHomeCurrency(amount: number, rate: number, homeCurrency: string): number {
	return toNumber(divide(decimal(amount), decimal(rate), minorDigits(homeCurrency)));
}

function sum(amounts: Decimal[]): Decimal {
	return amounts.reduce(add, zero);
}
