/** What went wrong with a service, told to a person: what happened, and what to do about it. */

export type FailureKind =
	/** Key, secret or token was not accepted. */
	| 'credentials'
	/** It works, but may not do this: a permission or role is missing, or it belongs elsewhere. */
	| 'permission'
	/** Calls are used up, and waiting for more would take too long; `retryAt` says from when on there are more. */
	| 'limit'
	/** There is nothing of that name, or at that address. */
	| 'notFound'
	/** The service said no to the request. */
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
	/** The call it came from, such as `GET SalesOrders`; blank when none was made. */
	endpoint?: string;
	/** The HTTP status, where there was an answer. */
	status?: number;
	/** When calls are possible again, milliseconds since 1970. */
	retryAt?: number;
}

/** Texts never hold a key, a token, headers or the values of records. */
export class ServiceFailure extends Error {
	readonly kind: FailureKind;
	readonly description: string;
	readonly endpoint: string;
	readonly status: number | undefined;
	readonly retryAt: number | undefined;

	constructor(kind: FailureKind, message: string, details: FailureDetails) {
		super(message);
		this.name = 'ServiceFailure';
		this.kind = kind;
		this.description = details.description;
		this.endpoint = details.endpoint ?? '';
		this.status = details.status;
		this.retryAt = details.retryAt;
	}
}
