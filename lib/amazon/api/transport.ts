/** What the client needs of the outside: something that carries one call to Amazon and brings its answer back. */

export interface Exchange {
	method: 'GET' | 'POST';
	/** Whole, its query percent-encoded already; to be sent as it is. */
	url: string;
	headers: Record<string, string>;
	/** Form-encoded already. */
	form?: string;
}

export interface Answer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** The raw text, not parsed. */
	body: string;
}

/** No answer came. The reason is a code such as `ECONNRESET`, or a few words; never a URL, header or token. */
export interface NoAnswer {
	noAnswer: string;
}

/** Never throws: an answer that did not come is a value too. */
export type Transport = (exchange: Exchange) => Promise<Answer | NoAnswer>;

/** Waits; may end early, even by throwing, when the signal is aborted. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;
