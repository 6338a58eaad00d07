/**
 * Reckoning in ordinary integers, ten-thousandths of the minor unit: exact or, by NaN, not at all.
 */
import type { DecimalText } from '../cin7/records';
import { currencyDigits } from '../money/currency';
import { nearestOf } from '../money/quotient';
import { roundTogether } from '../money/roundTogether';
import { powersOfTen, scaledInteger } from '../money/scaled';
import type { Arithmetic } from './arithmetic';

/** Unit prices are reckoned to this many decimals below the minor unit. */
const finerDigits = 4;
const perMinor = powersOfTen[finerDigits];

function exact(value: number): number {
	return Number.isSafeInteger(value) ? value : NaN;
}

function priceOf(qty: DecimalText, unitPrice: number): number {
	const pieces = scaledInteger(qty, 0);
	if (!Number.isNaN(pieces)) return exact(pieces * unitPrice);
	const product = exact(scaledInteger(qty, finerDigits) * unitPrice);
	return product % perMinor === 0 ? product / perMinor : NaN;
}

function arithmeticOf(minorDigits: number): Arithmetic<number> {
	const scale = minorDigits + finerDigits;
	return {
		zero: 0,
		amount: (text) => scaledInteger(text, scale),
		lineAmount(line) {
			const price = priceOf(line.qty, scaledInteger(line.unitPrice, scale));
			return exact(price - scaledInteger(line.discount, scale));
		},
		plus: (a, b) => exact(a + b),
		opposite: (amount) => 0 - amount,
		isZero: (amount) => amount === 0,
		isExact: (amount) => !Number.isNaN(amount),
		rounded: (amount) => perMinor * nearestOf(amount, perMinor),
		toMinor: (amounts, sum) => roundTogether(amounts, perMinor, sum),
		taxes(amounts, rate, basis) {
			const whole = basis === 'onTop' ? rate.safeWhole : rate.safeWhole + rate.safePart;
			const divisor = perMinor * whole;
			if (!Number.isSafeInteger(divisor)) return null;
			const products = amounts.map((amount) => amount * rate.safePart);
			for (const product of products) if (!Number.isSafeInteger(product)) return null;
			return roundTogether(products, divisor);
		},
	};
}

const byDigits = new Map([0, 2, 3, 4].map((digits) => [digits, arithmeticOf(digits)]));

/** The quick way for orders of a currency. */
export function quickArithmetic(currency: string): Arithmetic<number> {
	const digits = currencyDigits(currency);
	return byDigits.get(digits) ?? arithmeticOf(digits);
}
