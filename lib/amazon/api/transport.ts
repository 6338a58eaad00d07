/** What the client needs of the outside: something that carries one call to Amazon and brings its answer back. */
import type { Answer, NoAnswer } from '../../http/answer';

export type { Answer, NoAnswer, Sleep } from '../../http/answer';

export interface Exchange {
	method: 'GET' | 'POST';
	/** Whole, its query percent-encoded already; to be sent as it is. */
	url: string;
	headers: Record<string, string>;
	/** Form-encoded already. */
	form?: string;
}

/** Never throws: an answer that did not come is a value too. */
export type Transport = (exchange: Exchange) => Promise<Answer | NoAnswer>;
