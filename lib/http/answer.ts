/** What comes back from a service over HTTP, whichever service it is. */

export interface Answer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** The raw text, not parsed. */
	body: string;
}

/** No answer came. The reason is a code such as `ECONNRESET`, or a few words; never a URL, header, key or token. */
export interface NoAnswer {
	noAnswer: string;
}

/** Waits; may end early, even by throwing, when the signal is aborted. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Why no answer came, as a sentence. */
export function noAnswerText(reason: string): string {
	return `${noAnswerReasons[reason] ?? 'The connection broke off before an answer came'} (${reason}).`;
}

const noAnswerReasons: Record<string, string> = {
	ECONNREFUSED: 'Nothing accepts connections at that address',
	ENOTFOUND: 'The address is unknown',
	EAI_AGAIN: 'The address could not be looked up',
	ETIMEDOUT: 'No answer came in time',
	ECONNABORTED: 'No answer came in time',
	ERR_CANCELED: 'The execution was stopped',
};
