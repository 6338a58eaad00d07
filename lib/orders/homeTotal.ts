/**
 * Orders in a foreign currency whose total Cin7 gives in the account's own: seen with Cin7's API, where the amounts of the
 * lines stay in the order's currency.
 */
import type { Order } from '../cin7/records';
import { currencyDigits, roundToMinor } from '../money/currency';
import { compare, multiply, parse, powerOfTen } from '../money/decimal';
import { roundQuotient, safeInteger } from '../money/quotient';

const one = parse('1');

export interface ConvertedTotal {
	/** Minor units of the order's currency. */
	readonly totalMinor: number;
	/** What rounding the total to a cent of the account's currency may hide, in minor units of the order's. */
	readonly hiddenMinor: number;
}

/**
 * The order's total taken as an amount of the account's currency, and converted to the order's by its currency rate (units
 * of the order's currency for one of the account's). Null for orders without a rate, or at 1 to 1.
 */
export function totalFromHome(
	order: Pick<Order, 'total' | 'currencyCode' | 'currencyRate'>,
): ConvertedTotal | null {
	if (order.currencyRate === null) return null;
	const rate = parse(order.currencyRate);
	if (rate.digits <= 0n || compare(rate, one) === 0) return null;
	const { currencyCode } = order;
	const totalMinor = roundToMinor(multiply(parse(order.total), rate), currencyCode);
	const halfCents = rate.digits * powerOfTen(currencyDigits(currencyCode));
	const hidden = roundQuotient(halfCents, 200n * powerOfTen(rate.scale));
	return { totalMinor, hiddenMinor: safeInteger(hidden) };
}
