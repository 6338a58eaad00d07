/** Whose orders are read, and where: one authorisation of one app by one seller, in one region. */
import { createHash } from 'node:crypto';

export interface Endpoints {
	/** Of the Selling Partner API, without a slash at its end. */
	spApi: string;
	/** The address that gives access tokens. */
	lwa: string;
}

export interface SellerAccount {
	clientId: string;
	clientSecret: string;
	refreshToken: string;
	endpoints: Endpoints;
}

const loginWithAmazon = 'https://api.amazon.com/auth/o2/token';

/**
 * Amazon's endpoints by the region in the credential. A refresh token works in the region it was given in, and nowhere
 * else. Login with Amazon has one address for all of them, the sandboxes included.
 */
export const regions: Readonly<Record<string, { name: string; spApi: string }>> = {
	na: { name: 'North America', spApi: 'https://sellingpartnerapi-na.amazon.com' },
	eu: { name: 'Europe', spApi: 'https://sellingpartnerapi-eu.amazon.com' },
	fe: { name: 'Far East', spApi: 'https://sellingpartnerapi-fe.amazon.com' },
	naSandbox: {
		name: 'North America (Sandbox)',
		spApi: 'https://sandbox.sellingpartnerapi-na.amazon.com',
	},
	euSandbox: { name: 'Europe (Sandbox)', spApi: 'https://sandbox.sellingpartnerapi-eu.amazon.com' },
	feSandbox: {
		name: 'Far East (Sandbox)',
		spApi: 'https://sandbox.sellingpartnerapi-fe.amazon.com',
	},
};

/**
 * Where a credential's calls go.
 * @param own the two addresses of a custom endpoint; that of Login with Amazon may be without its path
 * @returns null for a region that is unknown, or an address that is none
 */
export function endpointsOf(region: string, own: { spApi: string; lwa: string }): Endpoints | null {
	const known = Object.hasOwn(regions, region) ? regions[region] : undefined;
	if (known) return { spApi: known.spApi, lwa: loginWithAmazon };
	if (region !== 'custom') return null;
	const spApi = address(own.spApi);
	const lwa = address(own.lwa);
	if (spApi === null || lwa === null) return null;
	return { spApi, lwa: /^https?:\/\/[^/]+$/i.test(lwa) ? `${lwa}/auth/o2/token` : lwa };
}

function address(text: string): string | null {
	const trimmed = text.trim().replace(/\/+$/, '');
	return /^https?:\/\/[^\s?#]+$/i.test(trimmed) ? trimmed : null;
}

/** What of it no message may hold, the longest first. */
export function secretsOf({ clientId, clientSecret, refreshToken }: SellerAccount): string[] {
	return [clientId, clientSecret, refreshToken].sort((a, b) => b.length - a.length);
}

/**
 * Tells accounts apart without giving anything of them away. The refresh token is part of it: two sellers who authorised
 * the same app share its client id and must never share an access token.
 */
export function accountKey({ clientId, refreshToken, endpoints }: SellerAccount): string {
	return createHash('sha256')
		.update(JSON.stringify([clientId, refreshToken, endpoints.spApi, endpoints.lwa]))
		.digest('hex');
}
