/**
 * Amazon's marketplaces: where their orders are in Seller Central, and whether prices there include tax. From Amazon's list of
 * marketplace IDs and Seller Central addresses.
 */

export interface Marketplace {
	/** Two letters of ISO 3166. */
	country: string;
	name: string;
	/** Of Seller Central. */
	sellerCentral: string;
	/** False where tax comes on top of the price that customers see. */
	taxIncluded: boolean;
}

const europe = 'sellercentral-europe.amazon.com';

const marketplaces: ReadonlyMap<string, Marketplace> = new Map(
	[
		['ATVPDKIKX0DER', 'US', 'Amazon.com', 'sellercentral.amazon.com'],
		['A2EUQ1WTGCTBG2', 'CA', 'Amazon.ca', 'sellercentral.amazon.ca'],
		['A1AM78C64UM0Y8', 'MX', 'Amazon.com.mx', 'sellercentral.amazon.com.mx'],
		['A2Q3Y263D00KWC', 'BR', 'Amazon.com.br', 'sellercentral.amazon.com.br'],
		['A1F83G8C2ARO7P', 'GB', 'Amazon.co.uk', europe],
		['A1PA6795UKMFR9', 'DE', 'Amazon.de', europe],
		['A13V1IB3VIYZZH', 'FR', 'Amazon.fr', europe],
		['APJ6JRA9NG5V4', 'IT', 'Amazon.it', europe],
		['A1RKKUPIHCS9HS', 'ES', 'Amazon.es', europe],
		['A1805IZSGTT6HS', 'NL', 'Amazon.nl', 'sellercentral.amazon.nl'],
		['A2NODRKZP88ZB9', 'SE', 'Amazon.se', 'sellercentral.amazon.se'],
		['A1C3SOZRARQ6R3', 'PL', 'Amazon.pl', 'sellercentral.amazon.pl'],
		['AMEN7PMS3EDWL', 'BE', 'Amazon.com.be', 'sellercentral.amazon.com.be'],
		['A28R8C7NBKEWEA', 'IE', 'Amazon.ie', 'sellercentral.amazon.ie'],
		['A33AVAJ2PDY3EV', 'TR', 'Amazon.com.tr', 'sellercentral.amazon.com.tr'],
		['ARBP9OOSHTCHU', 'EG', 'Amazon.eg', 'sellercentral.amazon.eg'],
		['A17E79C6D8DWNP', 'SA', 'Amazon.sa', 'sellercentral.amazon.sa'],
		['A2VIGQ35RCS4UG', 'AE', 'Amazon.ae', 'sellercentral.amazon.ae'],
		['A21TJRUUN4KGV', 'IN', 'Amazon.in', 'sellercentral.amazon.in'],
		['AE08WJ6YKNBMC', 'ZA', 'Amazon.co.za', 'sellercentral.amazon.co.za'],
		['A1VC38T7YXB528', 'JP', 'Amazon.co.jp', 'sellercentral.amazon.co.jp'],
		['A39IBJ37TRP1C6', 'AU', 'Amazon.com.au', 'sellercentral.amazon.com.au'],
		['A19VAU5U5O7RUS', 'SG', 'Amazon.sg', 'sellercentral.amazon.sg'],
	].map(([id, country, name, sellerCentral]) => [
		id,
		{ country, name, sellerCentral, taxIncluded: country !== 'US' && country !== 'CA' },
	]),
);

/** A marketplace by its ID; null for one that is not known here. */
export function marketplaceOf(id: string): Marketplace | null {
	return marketplaces.get(id) ?? null;
}

/** The order's page in Seller Central; blank for a marketplace that is not known here. */
export function sellerCentralUrl(marketplaceId: string, orderId: string): string {
	const host = marketplaces.get(marketplaceId)?.sellerCentral;
	return host ? `https://${host}/orders-v3/order/${encodeURIComponent(orderId)}` : '';
}
