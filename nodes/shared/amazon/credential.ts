/** What the Amazon Seller API credential says, as the account that the client works with. */
import type { IDataObject } from 'n8n-workflow';
import { endpointsOf, type SellerAccount } from '../../../lib/amazon/api/account';

export const credentialType = 'amazonSellerApi';

/** An account, or what is missing in the credential and what to do. */
export type CredentialReading =
	| { account: SellerAccount; region: string }
	| { message: string; description: string };

/** Reads a decrypted credential. Spaces at the ends of what was pasted do not count. */
export function readCredential(credential: IDataObject): CredentialReading {
	const text = (name: string) => String(credential[name] ?? '').trim();
	const missing = (
		[
			['clientId', 'LWA Client ID'],
			['clientSecret', 'LWA Client Secret'],
			['refreshToken', 'Refresh Token'],
		] as const
	).find(([name]) => text(name) === '');
	if (missing) {
		return {
			message: `${missing[1]} is empty in the Amazon Seller API credential`,
			description:
				'Open the credential and fill it in. Seller Central shows it under Apps and Services > Develop Apps.',
		};
	}
	const region = text('region') || 'na';
	const endpoints = endpointsOf(region, { spApi: text('spApiUrl'), lwa: text('lwaUrl') });
	if (endpoints === null) {
		return {
			message: 'The custom endpoint of the Amazon Seller API credential is not a web address',
			description:
				'Set both Selling Partner API URL and Login with Amazon URL, beginning with https://, or choose a region.',
		};
	}
	return {
		account: {
			clientId: text('clientId'),
			clientSecret: text('clientSecret'),
			refreshToken: text('refreshToken'),
			endpoints,
		},
		region,
	};
}
