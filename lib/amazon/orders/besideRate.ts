/**
 * The tax rate of what an order charges beside its lines. Cin7 taxes freight, surcharge and discount at the order's own
 * rate; where the order has none, that is the account's, whatever Amazon taxed them at.
 */
import type { DecimalText } from '../api/records';
import { effectiveRate, taxAt } from './effectiveRate';
import type { OrderMoney } from './orderMoney';

export interface BesideRate {
	/** Percent; null where there is nothing beside the lines, or no tax of the seller's. */
	rate: DecimalText | null;
	/** A sentence where no one rate fits; blank otherwise. */
	note: string;
}

/** @param country two letters of ISO 3166 */
export function besideRate(money: OrderMoney, country: string): BesideRate {
	const { freight, surcharge, discount, freightTax, surchargeTax } = money;
	const isNothing = freight === 0 && surcharge === 0 && discount === 0;
	if (money.ownTax === 0 || isNothing) return { rate: null, note: '' };
	const gross = freight + surcharge + discount;
	// A discount beyond what it is on mirrors a charge, its tax too.
	const sign = gross < 0 ? -1 : 1;
	const tax = Math.max(0, sign * (freightTax + surchargeTax));
	const rate = effectiveRate(sign * gross, tax, country);
	if (freight === 0 || surcharge === 0) return { rate, note: '' };
	if (fits(freight, freightTax, rate) && fits(surcharge, surchargeTax, rate)) {
		return { rate, note: '' };
	}
	const own = (amount: number, amountTax: number) =>
		`${effectiveRate(amount, Math.max(0, amountTax), country)} %`;
	return {
		rate,
		note: `Amazon taxes the shipping of this order at ${own(freight, freightTax)} and its other charges at ${own(surcharge, surchargeTax)}. Cin7 has one rate for both, so the order has ${rate} %, by which their tax together is right.`,
	};
}

/** But for a cent, by which a rate of both may differ from each. */
function fits(gross: number, tax: number, rate: DecimalText): boolean {
	return Math.abs(taxAt(gross, rate) - tax) <= 1;
}
