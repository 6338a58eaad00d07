/** What the client needs of the outside: something that carries one call to Cin7 and brings its answer back. */
import type { Answer, NoAnswer } from '../http/answer';

export type { Answer, NoAnswer, Sleep } from '../http/answer';

export interface Exchange {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the base URL: `SalesOrders`, `Payments/12`. */
	path: string;
	/** Percent-encoded already, without the question mark; to be sent as it is. */
	query?: string;
	/** To be sent as JSON. */
	body?: unknown;
}

/** Never throws: an answer that did not come is a value too. */
export type Transport = (exchange: Exchange) => Promise<Answer | NoAnswer>;

/** `GET SalesOrders`: how messages name a call. */
export function endpointOf({ method, path }: Exchange): string {
	return `${method} ${path}`;
}
