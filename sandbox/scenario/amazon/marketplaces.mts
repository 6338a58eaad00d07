// Where the merchant sells on Amazon. A refresh token is bound to one region; the merchant is Australian, so it is the
// Far East, whose three marketplaces have a currency each: dollars with cents, and yen without.
import type { AnyField } from '../scenario.mts';

export interface Marketplace {
	id: string;
	name: string;
	countryCode: string;
	currency: 'AUD' | 'JPY' | 'SGD';
	language: string;
	/** First three characters of its order numbers. */
	series: readonly string[];
	/** Percent. */
	taxRate: number;
	/** Price of a thing that costs 100 Australian cents, in this currency's minor units. */
	price: number;
}

export const australia: Marketplace = {
	id: 'A39IBJ37TRP1C6',
	name: 'Amazon.com.au',
	countryCode: 'AU',
	currency: 'AUD',
	language: 'en_AU',
	series: ['503'],
	taxRate: 10,
	price: 100,
};

export const japan: Marketplace = {
	id: 'A1VC38T7YXB528',
	name: 'Amazon.co.jp',
	countryCode: 'JP',
	currency: 'JPY',
	language: 'ja_JP',
	series: ['249'],
	taxRate: 10,
	price: 97,
};

export const singapore: Marketplace = {
	id: 'A19VAU5U5O7RUS',
	name: 'Amazon.sg',
	countryCode: 'SG',
	currency: 'SGD',
	language: 'en_SG',
	series: ['501'],
	taxRate: 9,
	price: 88,
};

export const marketplaces = [australia, japan, singapore] as const;

/** As the Sellers API has them. */
export function participations(): AnyField[] {
	return marketplaces.map(({ id, name, countryCode, currency, language }) => ({
		marketplace: {
			id,
			name,
			countryCode,
			defaultCurrencyCode: currency,
			defaultLanguageCode: language,
			domainName: `www.${name.toLowerCase()}`,
		},
		storeName: 'Harbour Goods',
		participation: { isParticipating: true, hasSuspendedListings: false },
	}));
}
