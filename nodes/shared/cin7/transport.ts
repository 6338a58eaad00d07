/** Carries calls to Cin7 through n8n's own requests, so that its proxies, certificates and credentials apply. */
import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { shown } from '../../../lib/cin7/cin7Text';
import type { Exchange, Transport } from '../../../lib/cin7/transport';
import { answerFrom, noAnswerFrom } from '../answers';

export type Cin7Context = IExecuteFunctions | ILoadOptionsFunctions;

export const credentialType = 'cin7OmniApi';

/** Milliseconds. Bulk writes of 250 orders take Cin7 longer than reads. */
const readTimeout = 60_000;
const writeTimeout = 180_000;

const userAgent = 'n8n-nodes-cin7-omni (n8n community node)';

/** @param baseUrl without a slash at its end */
export function transportFor(context: Cin7Context, baseUrl: string): Transport {
	return async (exchange) => {
		const options = requestFor(exchange, baseUrl, cancelSignal(context));
		try {
			const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
				context,
				credentialType,
				options,
			);
			return answerFrom(response);
		} catch (error) {
			return noAnswerFrom(error, shown);
		}
	};
}

/** Aborted when the person stops the execution; load options have none, nor has an older n8n. */
export function cancelSignal(context: Cin7Context): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

function requestFor(
	{ method, path, query, body }: Exchange,
	baseUrl: string,
	abortSignal: AbortSignal | undefined,
): IHttpRequestOptions {
	return {
		method,
		url: `${baseUrl}/${path}${query ? `?${query}` : ''}`,
		headers: {
			Accept: 'application/json',
			'User-Agent': userAgent,
			...(body !== undefined && { 'Content-Type': 'application/json' }),
		},
		...(body !== undefined && { body: JSON.stringify(body) }),
		// The client judges status and body itself: it needs Retry-After, and Cin7's own words.
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirected POST would become a GET, and the key would go to another address.
		disableFollowRedirect: true,
		timeout: method === 'GET' ? readTimeout : writeTimeout,
		...(abortSignal && { abortSignal }),
	};
}
