// What is on the other side of the client: answers from a script, a clock that stands still, tokens that count up.
import { AccessTokens } from '../../../lib/amazon/api/accessTokens';
import { createAmazonClient, type AmazonClient } from '../../../lib/amazon/api/client';
import type { Answer, Exchange, NoAnswer } from '../../../lib/amazon/api/transport';

export const account = {
	clientId: 'amzn1.application-oa2-client.planted',
	clientSecret: 'amzn1.oa2-cs.v1.planted-secret',
	refreshToken: 'Atzr|planted-refresh',
	endpoints: { spApi: 'https://api.example.com', lwa: 'https://lwa.example.com/auth/o2/token' },
};

export type Reply = Answer | NoAnswer;

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
	return { status, headers, body: JSON.stringify(value) };
}

/** An error of the Selling Partner API. */
export function refusal(status: number, code: string, message = '', details = ''): Answer {
	return json({ errors: [{ code, message, details }] }, status);
}

export const expired = refusal(
	403,
	'Unauthorized',
	'Access to requested resource is denied.',
	'The access token you provided has expired.',
);
export const denied = refusal(403, 'Unauthorized', 'Access to requested resource is denied.');
export const throttled = refusal(
	429,
	'QuotaExceeded',
	'You exceeded your quota for the requested resource.',
);
export const invalidInput = refusal(
	400,
	'InvalidInput',
	'The input you have submitted is not valid. Please check your input and try again.',
);

export interface FakeAmazon {
	client: AmazonClient;
	/** Calls to the Selling Partner API. */
	sent: Exchange[];
	/** Calls to Login with Amazon. */
	logins: Exchange[];
	sleeps: number[];
	clock: { now: number };
	tokens: AccessTokens;
	abort: AbortController;
}

export interface FakeOptions {
	/** Answers of Login with Amazon; a new token each time when left out. */
	login?: (count: number) => Reply;
	account?: typeof account;
	tokens?: AccessTokens;
}

/** A client whose calls are answered by a function of the exchange and of how many there were before. */
export function fakeAmazon(
	answer: (exchange: Exchange, index: number) => Reply,
	options: FakeOptions = {},
): FakeAmazon {
	const sent: Exchange[] = [];
	const logins: Exchange[] = [];
	const sleeps: number[] = [];
	const clock = { now: Date.UTC(2026, 5, 1, 12) };
	const tokens = options.tokens ?? new AccessTokens();
	const abort = new AbortController();
	const login =
		options.login ??
		((count: number) => json({ access_token: `Atza|token-${count}`, expires_in: 3600 }));
	const client = createAmazonClient({
		account: options.account ?? account,
		tokens,
		transport: async (exchange) => {
			if (exchange.method === 'POST') {
				logins.push(exchange);
				return login(logins.length);
			}
			sent.push(exchange);
			return answer(exchange, sent.length - 1);
		},
		sleep: async (milliseconds) => {
			sleeps.push(milliseconds);
			clock.now += milliseconds;
		},
		now: () => clock.now,
		random: () => 0.5,
		signal: abort.signal,
	});
	return { client, sent, logins, sleeps, clock, tokens, abort };
}

/** The same answers one after the other; the last again and again. */
export function inTurn(...replies: Reply[]): (exchange: Exchange, index: number) => Reply {
	return (_exchange, index) => replies[Math.min(index, replies.length - 1)];
}

/** What a promise was refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<any> {
	return await work.then(
		() => {
			throw new Error('this was to be refused');
		},
		(failure: unknown) => failure,
	);
}

export function queryOf({ url }: Exchange): Record<string, string> {
	return Object.fromEntries(new URL(url).searchParams);
}
