/** What went wrong with Cin7, told to a person: what happened, and what to do about it. */

export type Cin7FailureKind =
	/** Username or key was not accepted. */
	| 'credentials'
	/** The key works, but its connection may not do this. */
	| 'permission'
	/** Calls are used up, and waiting for more would take too long. */
	| 'limit'
	/** There is nothing at this address. */
	| 'notFound'
	/** Cin7 understood and said no. */
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

/**
 * The one way in which lib/cin7 fails. Texts never hold the key, headers or values of records; where they repeat
 * Cin7's own words, those went through cin7Text.
 */
export class Cin7Failure extends Error {
	readonly kind: Cin7FailureKind;
	readonly description: string;
	readonly endpoint: string;
	readonly status: number | undefined;
	readonly retryAt: number | undefined;

	constructor(kind: Cin7FailureKind, message: string, details: FailureDetails) {
		super(message);
		this.name = 'Cin7Failure';
		this.kind = kind;
		this.description = details.description;
		this.endpoint = details.endpoint ?? '';
		this.status = details.status;
		this.retryAt = details.retryAt;
	}
}

/** The person stopped the execution: whatever was waiting ends here. */
export function cancelled(endpoint = ''): Cin7Failure {
	return new Cin7Failure('cancelled', 'The execution was stopped while Cin7 was asked', {
		description: 'Nothing was changed by this call. Run again when you are ready.',
		endpoint,
	});
}
