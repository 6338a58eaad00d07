/**
 * One call to the Selling Partner API, with a token that is good. All calls here read, so they are repeated when no useful
 * answer came; but nobody waits longer than a few seconds for Amazon's limits.
 */
import { noAnswerText } from '../../http/answer';
import { accountKey, secretsOf, type SellerAccount } from './account';
import { AccessTokens } from './accessTokens';
import { parseJson } from './amazonText';
import { AmazonFailure, cancelled } from './errors';
import { spApiHeaders } from './headers';
import { loginExchange, loginOutcome, type AccessToken } from './login';
import type { Operation } from './operations';
import { isStaleToken, limitReached, refusalOf, unavailable, unreadable } from './refusals';
import type { Answer, NoAnswer, Sleep, Transport } from './transport';

export interface CallSettings {
	account: SellerAccount;
	tokens: AccessTokens;
	transport: Transport;
	sleep: Sleep;
	/** Milliseconds since 1970. */
	now?: () => number;
	/** 0 to 1, for spreading retries. */
	random?: () => number;
	/** Aborted when the person stops the execution. */
	signal?: AbortSignal;
}

/** Tries after the first one, when no useful answer came. */
const retries = 3;
const firstBackoff = 500;
/** A limit that lets the next call through within this is waited for; others are the caller's to plan with. */
const longestWait = 3_000;
const limitRetries = 3;

export class Calls {
	private readonly settings: CallSettings;
	private readonly key: string;
	/** Calls a second by operation, as Amazon's last answers had it. */
	private readonly rates = new Map<string, number>();
	private lastToken = '';

	constructor(settings: CallSettings) {
		this.settings = settings;
		this.key = accountKey(settings.account);
	}

	/**
	 * The JSON of a read. No answer, 5xx and answers cut short are asked again, a little later each time.
	 * @param path with its query, below the endpoint
	 * @throws AmazonFailure
	 */
	async read(operation: Operation, path: string): Promise<unknown> {
		for (let tries = 1; ; tries++) {
			const answer = await this.withinLimits(operation, path);
			const outcome = this.outcomeOf(answer, operation, path, tries);
			if ('value' in outcome) return outcome.value;
			if (!outcome.again || tries > retries) throw outcome.failure;
			await this.backOff(tries, operation.name);
		}
	}

	private outcomeOf(
		answer: Answer | NoAnswer,
		operation: Operation,
		path: string,
		tries: number,
	): ReadOutcome {
		if ('noAnswer' in answer) {
			const failure = unavailable(operation, noAnswerText(answer.noAnswer), tries);
			return { failure, again: true };
		}
		const { status } = answer;
		if (status >= 500 || status === 408) {
			const why = `Amazon answered with status ${status}.`;
			return { failure: unavailable(operation, why, tries, status), again: true };
		}
		if (status >= 200 && status < 300) {
			return parseJson(answer.body) ?? { failure: unreadable(operation, answer), again: true };
		}
		const { account, now = Date.now } = this.settings;
		const secrets = [this.lastToken, ...secretsOf(account), ...tokensIn(path)];
		return { failure: refusalOf(answer, operation, secrets, now()), again: false };
	}

	/** Any answer but 429. */
	private async withinLimits(operation: Operation, path: string): Promise<Answer | NoAnswer> {
		const { now = Date.now } = this.settings;
		for (let refusals = 1; ; refusals++) {
			const answer = await this.authorised(operation, path);
			if ('noAnswer' in answer) return answer;
			this.learnRate(operation, answer);
			if (answer.status !== 429) return answer;
			const secondsPerCall = 1 / (this.rates.get(operation.name) ?? operation.rate);
			const wait = Math.ceil(secondsPerCall * 1000);
			if (wait > longestWait || refusals > limitRetries) {
				throw limitReached(operation, secondsPerCall, now() + wait);
			}
			await this.pause(wait, operation.name);
		}
	}

	/** An answer to a good token: one that ended under way is replaced, once. */
	private async authorised(operation: Operation, path: string): Promise<Answer | NoAnswer> {
		const token = await this.token();
		const answer = await this.send(operation, path, token);
		if ('noAnswer' in answer || !isStaleToken(answer)) return answer;
		await this.settings.tokens.drop(this.key, token);
		return await this.send(operation, path, await this.token());
	}

	private async send(
		operation: Operation,
		path: string,
		token: string,
	): Promise<Answer | NoAnswer> {
		const { transport, account, signal, now = Date.now } = this.settings;
		if (signal?.aborted) throw cancelled(operation.name);
		const answer = await transport({
			method: 'GET',
			url: `${account.endpoints.spApi}${path}`,
			headers: spApiHeaders(token, now()),
		});
		if ('noAnswer' in answer && signal?.aborted) throw cancelled(operation.name);
		return answer;
	}

	private async token(): Promise<string> {
		const { tokens, now = Date.now } = this.settings;
		this.lastToken = await tokens.get(this.key, now, async () => await this.login());
		return this.lastToken;
	}

	private async login(): Promise<AccessToken> {
		const { transport, account } = this.settings;
		for (let tries = 1; ; tries++) {
			const answer = await transport(loginExchange(account));
			const outcome = loginOutcome(answer, secretsOf(account));
			if ('token' in outcome) return outcome;
			if (!outcome.again || tries > retries) throw outcome.failure;
			await this.backOff(tries, 'Login with Amazon');
		}
	}

	/** Amazon tells the rate with most good answers and with no refusal, so the last one known counts. */
	private learnRate(operation: Operation, { headers }: Answer): void {
		const rate = Number(headers['x-amzn-ratelimit-limit']);
		if (rate > 0 && Number.isFinite(rate)) this.rates.set(operation.name, rate);
	}

	private async backOff(tries: number, endpoint: string): Promise<void> {
		const { random = Math.random } = this.settings;
		await this.pause(Math.round(firstBackoff * 2 ** (tries - 1) * (0.5 + random())), endpoint);
	}

	private async pause(milliseconds: number, endpoint: string): Promise<void> {
		const { sleep, signal } = this.settings;
		await sleep(milliseconds, signal).catch(() => undefined);
		if (signal?.aborted) throw cancelled(endpoint);
	}
}

type ReadOutcome = { value: unknown } | { failure: AmazonFailure; again: boolean };

/** Page tokens lead to orders: Amazon's words may repeat them. */
function tokensIn(path: string): string[] {
	const token = new URLSearchParams(path.split('?')[1] ?? '').get('paginationToken');
	return token === null ? [] : [token];
}
