/** The Amazon client of a node: its credential says whose orders, and where. */
import { NodeOperationError, sleep } from 'n8n-workflow';
import { accountKey } from '../../../lib/amazon/api/account';
import { sharedAccessTokens } from '../../../lib/amazon/api/accessTokens';
import { createAmazonClient, type AmazonClient } from '../../../lib/amazon/api/client';
import { credentialType, readCredential } from './credential';
import { cancelSignal, transportFor, type AmazonContext } from './transport';

export interface NodeClient {
	client: AmazonClient;
	/** Tells the accounts of credentials apart, see accountKey. */
	accountKey: string;
}

/**
 * A client for the credential of a node. Clients of the same account share its access token within this process.
 * @throws NodeOperationError when the node has no credential, or the credential is not filled in
 */
export async function amazonClientFor(context: AmazonContext): Promise<NodeClient> {
	const reading = readCredential(await context.getCredentials(credentialType));
	if ('message' in reading) {
		throw new NodeOperationError(context.getNode(), reading.message, {
			description: reading.description,
		});
	}
	const { account } = reading;
	const client = createAmazonClient({
		account,
		tokens: sharedAccessTokens,
		transport: transportFor(context),
		sleep,
		signal: cancelSignal(context),
	});
	return { client, accountKey: accountKey(account) };
}
