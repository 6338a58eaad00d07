/** Carries calls to Amazon through n8n's own requests, so that its proxies and certificates apply. */
import type {
	ICredentialTestFunctions,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import type { Exchange, Transport } from '../../../lib/amazon/api/transport';
import { shown } from '../../../lib/amazon/api/amazonText';
import { answerFrom, noAnswerFrom } from '../answers';

/** Milliseconds. A page of 100 orders with everything in it takes Amazon some seconds. */
const timeout = 60_000;

export type AmazonContext = IExecuteFunctions | ILoadOptionsFunctions;

/**
 * For nodes and their lists. The client puts the access token on the calls itself: it lives an hour, its end shows as
 * a 403, and n8n's own credential helpers renew tokens on 401.
 */
export function transportFor(context: AmazonContext): Transport {
	return async (exchange) => {
		try {
			return answerFrom(
				await context.helpers.httpRequest(requestFor(exchange, cancelSignal(context))),
			);
		} catch (error) {
			return noAnswerFrom(error, shown);
		}
	};
}

/** Aborted when the person stops the execution; load options have none, nor has an older n8n. */
export function cancelSignal(context: AmazonContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

function requestFor(
	{ method, url, headers, form }: Exchange,
	abortSignal: AbortSignal | undefined,
): IHttpRequestOptions {
	return {
		method,
		url,
		headers,
		...(form !== undefined && { body: form }),
		// The client judges status and body itself: it needs Amazon's rate header and its own words.
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A redirect would carry the token to another address.
		disableFollowRedirect: true,
		timeout,
		...(abortSignal && { abortSignal }),
	};
}

/** For the credential test, which n8n gives another request function. */
export function testTransportFor(functions: ICredentialTestFunctions): Transport {
	return async ({ method, url, headers, form }) => {
		try {
			return answerFrom(
				await functions.helpers.request({
					method,
					uri: url,
					headers,
					...(form !== undefined && { body: form }),
					json: false,
					simple: false,
					resolveWithFullResponse: true,
					followRedirect: false,
					timeout,
				}),
			);
		} catch (error) {
			return noAnswerFrom(error, shown);
		}
	};
}
