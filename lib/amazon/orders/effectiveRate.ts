/** The tax rate of a line, found from its amounts: Amazon gives taxes, Cin7 wants percentages. */
import { parse, toText, type Decimal } from '../../money/decimal';
import { roundQuotient } from '../../money/quotient';
import type { DecimalText } from '../api/records';

/**
 * Rates in use by country. A tax rounded to the cent fits several rates (0.17 in 0.99 is 20 % as well as 21 %); of those
 * the one that the country has is meant.
 */
const ratesInUse: Readonly<Record<string, string>> = {
	AE: '5',
	AU: '10',
	BE: '21 12 6',
	CA: '5 13 14 15 12',
	DE: '19 7',
	EG: '14',
	ES: '21 10 4',
	FR: '20 5.5 10 2.1',
	GB: '20 5',
	IE: '23 13.5 9',
	IN: '18 5 12 28 40 3',
	IT: '22 10 4 5',
	JP: '10 8',
	MX: '16 8',
	NL: '21 9',
	PL: '23 8 5',
	SA: '15',
	SE: '25 12 6',
	SG: '9',
	TR: '20 10 1',
	ZA: '15',
};

const mostDecimals = 4;

/**
 * A percentage by which an amount including tax holds exactly that tax, rounded half up as Cin7 does it: 2000 holding 333
 * is `20`. A rate in use in the country if one fits, otherwise the shortest; with four decimals, as near as can be.
 * @param grossMinor including the tax
 * @param country two letters of ISO 3166
 */
export function effectiveRate(grossMinor: number, taxMinor: number, country: string): DecimalText {
	const gross = BigInt(grossMinor);
	const tax = BigInt(taxMinor);
	if (tax === 0n || gross - tax <= 0n) return '0';
	for (const rate of (ratesInUse[country] ?? '').split(' ')) {
		if (rate !== '' && taxWithin(gross, parse(rate)) === tax) return rate;
	}
	for (let scale = 0; ; scale++) {
		const digits = roundQuotient(tax * 100n * 10n ** BigInt(scale), gross - tax);
		const rate = { digits, scale };
		if (scale === mostDecimals || taxWithin(gross, rate) === tax) return toText(rate);
	}
}

/** The tax, in minor units, that an amount including it holds at a rate. */
export function taxAt(grossMinor: number, rate: DecimalText): number {
	return Number(taxWithin(BigInt(grossMinor), parse(rate)));
}

function taxWithin(gross: bigint, { digits, scale }: Decimal): bigint {
	return roundQuotient(gross * digits, 100n * 10n ** BigInt(scale) + digits);
}
