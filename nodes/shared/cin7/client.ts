/** The Cin7 client of a node: its credential says where, who, and how fast. */
import { createHash } from 'node:crypto';
import { NodeOperationError, sleep } from 'n8n-workflow';
import { createCin7Client, type Cin7Client } from '../../../lib/cin7/client';
import { limiterFor, type Limits } from '../../../lib/cin7/limiter';
import { cancelSignal, credentialType, transportFor, type Cin7Context } from './transport';

/**
 * A client for the credential of a node. Clients of the same API connection share its limits within this process.
 * @throws NodeOperationError when the node has no credential, or its Base URL is no address
 */
export async function cin7ClientFor(context: Cin7Context, itemIndex = 0): Promise<Cin7Client> {
	const credential = await context.getCredentials(credentialType, itemIndex);
	const baseUrl = String(credential.baseUrl ?? '')
		.trim()
		.replace(/\/+$/, '');
	if (!/^https?:\/\/[^\s?#]+$/i.test(baseUrl)) {
		throw new NodeOperationError(
			context.getNode(),
			'The Base URL of the Cin7 Omni API credential is not a web address',
			{
				description:
					'Open the credential and set Base URL; for Cin7 Omni it is https://api.cin7.com/api/v1',
				itemIndex,
			},
		);
	}
	const clock = { now: Date.now, sleep };
	return createCin7Client({
		transport: transportFor(context, baseUrl),
		limiter: limiterFor(connectionKey(baseUrl, credential), limitsOf(credential), clock),
		...clock,
		signal: cancelSignal(context),
	});
}

function limitsOf(credential: Record<string, unknown>): Limits {
	const given = (value: unknown, standard: number) => {
		const number = value === undefined || value === '' ? standard : Number(value);
		return Number.isFinite(number) && number >= 0 ? number : standard;
	};
	return {
		perSecond: given(credential.requestsPerSecond, 3),
		perMinute: given(credential.requestsPerMinute, 60),
		perDay: given(credential.requestsPerDay, 5000),
	};
}

/** Cin7 counts calls by API connection, which its key tells apart; only a hash of it is kept. */
function connectionKey(baseUrl: string, { username, apiKey }: Record<string, unknown>): string {
	return createHash('sha256')
		.update(JSON.stringify([baseUrl.toLowerCase(), String(username ?? ''), String(apiKey ?? '')]))
		.digest('hex');
}
