/** What every call to Amazon carries. */

/**
 * The form Amazon asks for: App/Version (attributes). Without one, or with one above 500 characters, calls are refused.
 */
export const userAgent = 'n8n-nodes-cin7-omni/0.1.0 (Language=TypeScript; Platform=n8n)';

/**
 * Headers of a call to the Selling Partner API. Signatures (AWS SigV4) have not been needed since October 2023.
 * @param now milliseconds
 */
export function spApiHeaders(accessToken: string, now: number): Record<string, string> {
	return {
		Accept: 'application/json',
		'User-Agent': userAgent,
		'x-amz-access-token': accessToken,
		'x-amz-date': new Date(now).toISOString().replace(/[-:]|\.\d+/g, ''),
	};
}
