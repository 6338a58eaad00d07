/** Whether a credential works, and if not, which of the things that Amazon refuses with the same words it is. */
import { regions, type SellerAccount } from './api/account';
import { AccessTokens } from './api/accessTokens';
import type { CallSettings } from './api/calls';
import { createAmazonClient } from './api/client';
import { AmazonFailure } from './api/errors';

export type CheckSettings = Omit<CallSettings, 'account' | 'tokens'>;

/** Nobody has this order: asking for it shows whether orders may be asked for. */
const noOrder = '000-0000000-0000000';

/**
 * Checks an account with a fresh access token: client, refresh token, region and roles.
 * @param region as in the credential
 * @returns what works, in a sentence
 * @throws AmazonFailure saying what does not, and what to do
 */
export async function checkAccount(
	account: SellerAccount,
	region: string,
	settings: CheckSettings,
): Promise<string> {
	const client = createAmazonClient({ ...settings, account, tokens: new AccessTokens() });
	const orders = await refusalIn(async () => await client.getOrder(noOrder, []));
	const sellers = await refusalIn(async () => await client.marketplaces());
	if (orders === null) {
		return sellers === null
			? 'Amazon accepted the credential.'
			: 'Amazon accepted the credential. Marketplaces cannot be listed, because the app lacks the role Selling Partner Insights; type their IDs.';
	}
	if (sellers === null) throw orders;
	const elsewhere = await regionThatWorks(account, region, settings);
	throw elsewhere === null ? orders : wrongRegion(elsewhere);
}

/** The refusal that a permission is missing; null when the call is allowed, whatever its result. */
async function refusalIn(work: () => Promise<unknown>): Promise<AmazonFailure | null> {
	return await work().then(() => null, refusalOnly);
}

function refusalOnly(failure: unknown): AmazonFailure | null {
	if (!(failure instanceof AmazonFailure)) throw failure;
	if (failure.kind === 'permission') return failure;
	// Amazon judges an order's id, and counts calls, only for who may call.
	const isAllowed = failure.status === 400 || failure.kind === 'limit';
	if (isAllowed && failure.endpoint !== 'Login with Amazon') return null;
	throw failure;
}

/** The name of another region that the same refresh token works in. */
async function regionThatWorks(
	account: SellerAccount,
	region: string,
	settings: CheckSettings,
): Promise<string | null> {
	if (!['na', 'eu', 'fe'].includes(region)) return null;
	const tokens = new AccessTokens();
	for (const other of ['na', 'eu', 'fe'].filter((name) => name !== region)) {
		const { name, spApi } = regions[other];
		const endpoints = { ...account.endpoints, spApi };
		const client = createAmazonClient({
			...settings,
			account: { ...account, endpoints },
			tokens,
		});
		const refusal = await refusalIn(async () => await client.getOrder(noOrder, [])).catch(
			(failure: unknown) => failure,
		);
		if (refusal === null) return name;
	}
	return null;
}

function wrongRegion(name: string): AmazonFailure {
	return new AmazonFailure('permission', `The refresh token belongs to the region ${name}`, {
		description: `Choose ${name} as Region in the Amazon Seller API credential. A refresh token works only in the region where the seller authorised the app.`,
	});
}
