/**
 * One call to Cin7, within its limits and repeated only where that is safe: reads when no useful answer came, writes
 * only when it is known that they were not done.
 */
import { noAnswerText } from '../http/answer';
import { isPage, parseJson } from './cin7Text';
import { cancelled, Cin7Failure } from './errors';
import type { Limiter } from './limiter';
import { refusalOf, unavailable, unreadable, wasNeverSent } from './refusals';
import { tooManyCalls } from './tooManyCalls';
import {
	endpointOf,
	type Answer,
	type Exchange,
	type NoAnswer,
	type Sleep,
	type Transport,
} from './transport';

export interface CallSettings {
	transport: Transport;
	limiter: Limiter;
	sleep: Sleep;
	/** Milliseconds since 1970. */
	now?: () => number;
	/** 0 to 1, for spreading retries. */
	random?: () => number;
	/** Aborted when the person stops the execution. */
	signal?: AbortSignal;
}

/** What became of a write that was not refused on the way. */
export type Written =
	| { answered: unknown }
	/** Cin7 said no to the call as a whole: nothing was done. */
	| { refused: Cin7Failure; body: string }
	/** It may have been done, or not: only reading tells. */
	| { uncertain: string };

/** Tries after the first one. */
const readRetries = 3;
const limitRetries = 6;
const firstBackoff = 1_000;

export class Calls {
	private readonly settings: CallSettings;

	constructor(settings: CallSettings) {
		this.settings = settings;
	}

	/**
	 * The JSON of a read. No answer, 5xx and answers cut short are asked again, a little later each time.
	 * @throws Cin7Failure
	 */
	async read(exchange: Exchange): Promise<unknown> {
		for (let tries = 1; ; tries++) {
			const answer = await this.send(exchange);
			const outcome = readOutcome(answer, exchange, tries);
			if ('value' in outcome) return outcome.value;
			if (!outcome.again || tries > readRetries) throw outcome.failure;
			await this.backOff(tries, exchange);
		}
	}

	/**
	 * Sends a write once, and again only when it is known not to have been done.
	 * @throws Cin7Failure when it was not done and will not be: key, permission, address, limit, no connection
	 */
	async write(exchange: Exchange): Promise<Written> {
		for (let tries = 1; ; tries++) {
			const answer = await this.send(exchange);
			if (!('noAnswer' in answer)) return writeOutcome(answer, exchange);
			const why = noAnswerText(answer.noAnswer);
			if (!wasNeverSent(answer.noAnswer)) return { uncertain: why };
			if (tries > readRetries) throw unavailable(exchange, why, tries);
			await this.backOff(tries, exchange);
		}
	}

	/** Any answer but 429, which Cin7 gives before it does anything. */
	private async send(exchange: Exchange): Promise<Answer | NoAnswer> {
		const { limiter, transport, signal, now = Date.now } = this.settings;
		for (let refusals = 1; ; refusals++) {
			await limiter.acquire(signal, refusals > 1);
			const answer = await transport(exchange);
			if ('noAnswer' in answer && signal?.aborted && exchange.method === 'GET') {
				throw cancelled(endpointOf(exchange));
			}
			if ('noAnswer' in answer || answer.status !== 429) return answer;
			if (refusals > limitRetries) throw stillTooMany(exchange);
			limiter.refused(tooManyCalls(answer, now()), refusals);
		}
	}

	private async backOff(tries: number, exchange: Exchange): Promise<void> {
		const { sleep, signal, random = Math.random } = this.settings;
		const pause = firstBackoff * 2 ** (tries - 1) * (0.5 + random());
		await sleep(Math.round(pause), signal).catch(() => undefined);
		if (signal?.aborted) throw cancelled(endpointOf(exchange));
	}
}

type ReadOutcome = { value: unknown } | { failure: Cin7Failure; again: boolean };

function readOutcome(answer: Answer | NoAnswer, exchange: Exchange, tries: number): ReadOutcome {
	if ('noAnswer' in answer) {
		const failure = unavailable(exchange, noAnswerText(answer.noAnswer), tries);
		return { failure, again: true };
	}
	const { status, body } = answer;
	if (status >= 500 || status === 408) {
		return {
			failure: unavailable(exchange, `Cin7 answered with status ${status}.`, tries, status),
			again: true,
		};
	}
	if (!isSuccess(status)) return { failure: refusalOf(answer, exchange), again: false };
	return parseJson(body) ?? { failure: unreadable(exchange, body), again: !isPage(body) };
}

function writeOutcome(answer: Answer, exchange: Exchange): Written {
	const { status, body } = answer;
	if (status >= 500 || status === 408) return { uncertain: `Cin7 answered with status ${status}.` };
	if (isSuccess(status)) {
		const parsed = parseJson(body);
		if (parsed) return { answered: parsed.value };
		return { uncertain: isPage(body) ? 'A web page came back.' : 'The answer was cut short.' };
	}
	const refused = refusalOf(answer, exchange);
	if (refused.kind !== 'refused') throw refused;
	return { refused, body };
}

function isSuccess(status: number): boolean {
	return status >= 200 && status < 300;
}

function stillTooMany(exchange: Exchange): Cin7Failure {
	return new Cin7Failure('limit', `Cin7 kept refusing ${endpointOf(exchange)}: too many calls`, {
		description:
			'Other systems seem to use the same API connection. Give n8n a connection of its own, or lower the limits in the Cin7 Omni API credential. Nothing was changed by this call.',
		endpoint: endpointOf(exchange),
		status: 429,
	});
}
