/** What went wrong with Amazon, told to a person: what happened, and what to do about it. */

export type AmazonFailureKind =
	/** The client id, the secret or the refresh token was not accepted. */
	| 'credentials'
	/** The token works, but not for this: a role is missing, or it belongs to another region. */
	| 'permission'
	/** Amazon's calls for this are used up; `retryAt` says from when on there are more. */
	| 'limit'
	/** There is nothing of that name. */
	| 'notFound'
	/** Amazon said no to the request. Its own outages look the same, so nothing may be concluded from it. */
	| 'refused'
	/** An answer came that is not what the API documents. */
	| 'unreadable'
	/** No answer, or none of use, after all tries. */
	| 'unavailable'
	/** The execution was stopped while waiting. */
	| 'cancelled';

export interface FailureDetails {
	/** What to do. */
	description: string;
	/** The call it came from, such as `searchOrders`; blank when none was made. */
	endpoint?: string;
	/** The HTTP status, where there was an answer. */
	status?: number;
	/** When calls are possible again, milliseconds since 1970. */
	retryAt?: number;
	/** The time by Amazon's clock, milliseconds, where a refusal says it. */
	amazonTime?: number;
	/** Whether Amazon names the page token as what it does not take. */
	isPageToken?: boolean;
}

/**
 * The one way in which lib/amazon fails. Texts never hold a token, a secret, a header or the value of an order's field;
 * where they repeat Amazon's own words, those went through amazonText.
 */
export class AmazonFailure extends Error {
	readonly kind: AmazonFailureKind;
	readonly description: string;
	readonly endpoint: string;
	readonly status: number | undefined;
	readonly retryAt: number | undefined;
	readonly amazonTime: number | undefined;
	readonly isPageToken: boolean;

	constructor(kind: AmazonFailureKind, message: string, details: FailureDetails) {
		super(message);
		this.name = 'AmazonFailure';
		this.kind = kind;
		this.description = details.description;
		this.endpoint = details.endpoint ?? '';
		this.status = details.status;
		this.retryAt = details.retryAt;
		this.amazonTime = details.amazonTime;
		this.isPageToken = details.isPageToken ?? false;
	}
}

/** The person stopped the execution: whatever was waiting ends here. */
export function cancelled(endpoint = ''): AmazonFailure {
	return new AmazonFailure('cancelled', 'The execution was stopped while Amazon was asked', {
		description: 'Nothing was changed. Run again when you are ready.',
		endpoint,
	});
}
