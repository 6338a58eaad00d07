// Saves the credentials that the sandbox gives in n8n, under the names by which the templates' nodes get them.

import type { Session } from './api.mts';
import type { Credential } from './credentials.mts';
import { saveCredential, testCredential } from './credentials.mts';

/** n8n's credential type, and a name, for each of the sandbox's services. */
const kinds: Record<string, Pick<Credential, 'name' | 'type'> & { tested?: boolean }> = {
	cin7: { name: 'Cin7 Omni (sandbox)', type: 'cin7OmniApi', tested: true },
	smtp: { name: 'Mailbox (sandbox)', type: 'smtp' },
	amazon: { name: 'Amazon Seller (sandbox)', type: 'amazonSellerApi', tested: true },
};

/**
 * @param given by service, the data of each credential
 * @throws when n8n's own test of a credential does not pass
 */
export async function placeSandboxCredentials(
	session: Session,
	given: Record<string, Record<string, unknown>>,
): Promise<Credential[]> {
	const placed: Credential[] = [];
	for (const [service, data] of Object.entries(given)) {
		const kind = kinds[service];
		if (kind === undefined) continue;
		const credential = await saveCredential(session, kind, data);
		placed.push(credential);
		if (kind.tested !== true) continue;
		const { status, message } = await testCredential(session, credential, data);
		if (status !== 'OK')
			throw new Error(`n8n's test of the credential "${kind.name}" says: ${message}`);
	}
	return placed;
}
