// The tax in an order, one amount per tax rate, rounded once per order and rate. Written on its own
// so that tests can hold what the node makes against it.
import { add, decimal, divide, multiply, round, subtract, toText, zero } from './decimal.mts';
import type { Decimal } from './decimal.mts';
import { minorDigits } from './currency.mts';

/** The fields of a sales order or credit note that decide its tax. Rates are percentages. */
export interface TaxedDocument {
	currencyCode?: string | null;
	taxStatus?: string | null;
	taxRate?: number | null;
	freightTotal?: number | null;
	surcharge?: number | null;
	/** Added to the total: negative for a discount. */
	discountTotal?: number | null;
	lineItems?: TaxedLine[] | null;
}

export interface TaxedLine {
	qty?: number | null;
	unitPrice?: number | null;
	/** For the whole line, subtracted from it. */
	discount?: number | null;
	/** Overrides the order's rate. */
	taxRate?: number | null;
	/** Not 0 for a component of the line above it, whose price is in that line's. */
	parentId?: number | null;
}

/** Amounts as decimal text in the order's currency, with its number of digits. */
export interface RateTax {
	rate: string;
	net: string;
	tax: string;
	gross: string;
}

/**
 * Net, tax and gross of an order for each of its rates, lowest rate first. Freight, surcharge and
 * order discount follow the order's rate. Prices include the tax when `taxStatus` is `Incl`; it is
 * added to them when `Excl`; there is none when `Exempt` or `Undefined`.
 */
export function taxPerRate(order: TaxedDocument): RateTax[] {
	const digits = minorDigits(order.currencyCode);
	const amounts = new Map<string, { rate: Decimal; amount: Decimal }>();
	const count = (rateGiven: number | null | undefined, amount: Decimal) => {
		const taxed = order.taxStatus === 'Incl' || order.taxStatus === 'Excl';
		const rate = taxed ? decimal(rateGiven ?? order.taxRate) : zero;
		const key = plain(rate);
		amounts.set(key, { rate, amount: add(amounts.get(key)?.amount ?? zero, amount) });
	};
	for (const line of order.lineItems ?? []) {
		if (!line.parentId) count(line.taxRate, lineAmount(line, digits));
	}
	for (const amount of [order.freightTotal, order.surcharge, order.discountTotal]) {
		if (amount) count(order.taxRate, decimal(amount));
	}
	return [...amounts.entries()]
		.sort(([a], [b]) => Number(a) - Number(b))
		.map(([key, { rate, amount }]) => {
			const given = round(amount, digits);
			const tax = taxOf(amount, rate, order.taxStatus === 'Incl', digits);
			const net = order.taxStatus === 'Incl' ? subtract(given, tax) : given;
			const gross = add(net, tax);
			return { rate: key, net: toText(net), tax: toText(tax), gross: toText(gross) };
		});
}

/** Quantity times price less the line's discount, to the currency's digits. */
export function lineAmount(line: TaxedLine, digits: number): Decimal {
	const goods = multiply(decimal(line.qty), decimal(line.unitPrice));
	return round(subtract(goods, decimal(line.discount)), digits);
}

function taxOf(amount: Decimal, rate: Decimal, included: boolean, digits: number): Decimal {
	const hundred = decimal(100);
	const whole = included ? add(hundred, rate) : hundred;
	return divide(multiply(amount, rate), whole, digits);
}

/** 15, 15.0 and 15.00 are one rate. */
function plain(rate: Decimal): string {
	const text = toText(rate);
	return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
