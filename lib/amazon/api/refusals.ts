/** Answers of the Selling Partner API that are no success, in words: what happened and what to do. */
import { complaintsOf, isPage, saidBy } from './amazonText';
import { clockNote, timeOf } from './clock';
import { AmazonFailure } from './errors';
import type { Operation } from './operations';
import type { Answer } from './transport';

/**
 * Whether a 403 is about the access token rather than about what it may do: then another one helps. Amazon says so
 * only in words.
 */
export function isStaleToken({ status, body }: Answer): boolean {
	if (status !== 401 && status !== 403) return false;
	return complaintsOf(body).some(({ message, details }) =>
		/access token.{0,60}(expired|revoked|malformed|invalid)/i.test(`${message} ${details}`),
	);
}

/**
 * What an answer with this status means.
 * @param secrets what was sent and is not to be seen in messages
 * @param now milliseconds
 */
export function refusalOf(
	answer: Answer,
	operation: Operation,
	secrets: readonly string[],
	now: number,
): AmazonFailure {
	const { status, body } = answer;
	const details = { endpoint: operation.name, status };
	const said = `${saidBy(body, secrets)}${requestOf(answer)}`;
	if (isStaleToken(answer)) {
		return new AmazonFailure(
			'credentials',
			'Amazon refused a new access token as no longer valid',
			{
				...details,
				description: `The authorisation may just have been withdrawn. Authorise the app again in Seller Central and put the new refresh token into the Amazon Seller API credential.${said}`,
			},
		);
	}
	if (status === 401 || status === 403) {
		return new AmazonFailure('permission', `Amazon does not let this app ${operation.does}`, {
			...details,
			description: `Two things cause this. The region in the Amazon Seller API credential is not the one where the seller authorised the app. Or the app lacks a role: ${operation.role}. After adding a role, authorise the app again and use the new refresh token.${said}`,
		});
	}
	if (status === 404) {
		return new AmazonFailure('notFound', `Amazon has nothing at ${operation.name}`, {
			...details,
			description: `Check the region in the Amazon Seller API credential.${said}`,
		});
	}
	if (status >= 300 && status < 400) {
		return new AmazonFailure('unreadable', `${operation.name} points to another address`, {
			...details,
			description: 'Check the Selling Partner API URL in the Amazon Seller API credential.',
		});
	}
	return new AmazonFailure('refused', `Amazon refused ${operation.name} (status ${status})`, {
		...details,
		description: `${clockNote(timeOf(answer), now)}Check the parameters of the node. If they were accepted before, the cause may be Amazon’s own: run again later.${said}`,
		amazonTime: timeOf(answer),
		isPageToken: namesPageToken(body),
	});
}

function namesPageToken(body: string): boolean {
	return complaintsOf(body).some(({ message, details }) =>
		/pagination\s?token|next\s?token/i.test(`${message} ${details}`),
	);
}

/** No calls are left; more come at the given rate. */
export function limitReached(
	operation: Operation,
	secondsPerCall: number,
	retryAt: number,
): AmazonFailure {
	return new AmazonFailure('limit', `Amazon’s calls for ${operation.name} are used up`, {
		description: `Amazon gives this seller and app one more call about every ${Math.ceil(secondsPerCall)} seconds. Run again later, less often, or stop other systems that use the same app.`,
		endpoint: operation.name,
		status: 429,
		retryAt,
	});
}

/** No answer, or none of use, however often it was asked. */
export function unavailable(
	operation: Operation,
	why: string,
	tries: number,
	status?: number,
): AmazonFailure {
	const times = tries === 1 ? 'once' : `${tries} times`;
	return new AmazonFailure(
		'unavailable',
		`Amazon did not answer ${operation.name}, asked ${times}`,
		{
			description: `${why} Check that n8n can reach Amazon, then run again.`,
			endpoint: operation.name,
			status,
		},
	);
}

/** An answer with a good status that is not what the API documents. */
export function unreadable(operation: Operation, { body }: Answer): AmazonFailure {
	return isPage(body)
		? new AmazonFailure(
				'unreadable',
				`A web page came back from ${operation.name} instead of data`,
				{
					description:
						'Check the region or the Selling Partner API URL in the Amazon Seller API credential.',
					endpoint: operation.name,
				},
			)
		: new AmazonFailure('unreadable', `The answer to ${operation.name} is not whole`, {
				description:
					'It was cut short or is of another kind. Run again; if it stays, check the Selling Partner API URL in the Amazon Seller API credential.',
				endpoint: operation.name,
			});
}

/** A field that is not as documented. */
export function misfitting(operation: Operation, order: string, what: string): AmazonFailure {
	return new AmazonFailure(
		'unreadable',
		`${operation.name} gave ${order || 'an answer'} in a form that Amazon does not document: ${what}`,
		{
			description:
				'Nothing is left out silently, so nothing was taken over. If it stays, look at it in Seller Central, and report the field to the makers of this node.',
			endpoint: operation.name,
		},
	);
}

/** Amazon's support asks for it. */
function requestOf({ headers }: Answer): string {
	const id = headers['x-amzn-requestid'] ?? '';
	return /^[\w-]{8,80}$/.test(id) ? ` Amazon’s request ID is ${id}.` : '';
}
