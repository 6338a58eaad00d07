/** What the client needs of the outside: something that carries one call to Cin7 and brings its answer back. */

export interface Exchange {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the base URL: `SalesOrders`, `Payments/12`. */
	path: string;
	/** Percent-encoded already, without the question mark; to be sent as it is. */
	query?: string;
	/** To be sent as JSON. */
	body?: unknown;
}

export interface Answer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** The raw text, not parsed. */
	body: string;
}

/** No answer came. The reason is a code such as `ECONNRESET`, or a few words; never a URL, header or key. */
export interface NoAnswer {
	noAnswer: string;
}

/** Never throws: an answer that did not come is a value too. */
export type Transport = (exchange: Exchange) => Promise<Answer | NoAnswer>;

/** Waits; may end early, even by throwing, when the signal is aborted. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** `GET SalesOrders`: how messages name a call. */
export function endpointOf({ method, path }: Exchange): string {
	return `${method} ${path}`;
}
