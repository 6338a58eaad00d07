/** Login with Amazon: the refresh token of an authorisation is turned into an access token, good for an hour. */
import type { SellerAccount } from './account';
import { isPage, parseJson, shown, textOf } from './amazonText';
import { AmazonFailure } from './errors';
import { userAgent } from './headers';
import { noAnswerText } from '../../http/answer';
import type { Answer, Exchange, NoAnswer } from './transport';

export interface AccessToken {
	token: string;
	/** Seconds from when it was given. */
	lifetime: number;
}

const endpoint = 'Login with Amazon';

/** The call that asks for an access token. Login with Amazon takes a form, not JSON. */
export function loginExchange({
	clientId,
	clientSecret,
	refreshToken,
	endpoints,
}: SellerAccount): Exchange {
	return {
		method: 'POST',
		url: endpoints.lwa,
		headers: {
			Accept: 'application/json',
			'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
			'User-Agent': userAgent,
		},
		form: new URLSearchParams({
			grant_type: 'refresh_token',
			refresh_token: refreshToken,
			client_id: clientId,
			client_secret: clientSecret,
		}).toString(),
	};
}

/** What came of it: a token, or a failure and whether asking again may help. */
export type LoginOutcome = AccessToken | { failure: AmazonFailure; again: boolean };

/**
 * Reads the answer of Login with Amazon, whose refusals look otherwise than those of the Selling Partner API.
 * @param secrets what was sent and is not to be seen in messages
 */
export function loginOutcome(answer: Answer | NoAnswer, secrets: readonly string[]): LoginOutcome {
	if ('noAnswer' in answer) return { failure: noLogin(noAnswerText(answer.noAnswer)), again: true };
	const { status, body } = answer;
	if (status >= 500) {
		return { failure: noLogin(`It answered with status ${status}.`, status), again: true };
	}
	if (status === 429) return { failure: tooManyLogins(), again: true };
	const parsed = parseJson(body);
	if (status !== 200) {
		return { failure: refusedLogin(status, parsed?.value, body, secrets), again: false };
	}
	const token = textOf(parsed?.value, 'access_token');
	if (token === '') return { failure: unreadableLogin(body), again: false };
	return { token, lifetime: lifetimeOf(parsed?.value) };
}

/** An hour, unless Amazon says otherwise. */
function lifetimeOf(value: unknown): number {
	const seconds = (value as { expires_in?: unknown }).expires_in;
	return typeof seconds === 'number' && seconds > 0 ? seconds : 3600;
}

const whereKeysAre =
	'In Seller Central, Apps and Services > Develop Apps > your app > LWA credentials';

function refusedLogin(
	status: number,
	value: unknown,
	body: string,
	secrets: readonly string[],
): AmazonFailure {
	const code = textOf(value, 'error');
	if (code === 'invalid_client' || code === 'unauthorized_client') {
		return new AmazonFailure(
			'credentials',
			'Amazon did not accept the LWA client ID and client secret',
			{
				description: `Copy both again into the Amazon Seller API credential. ${whereKeysAre} shows them. A client secret has to be renewed every 180 days; when somebody renewed it, the old one stops working and the new one belongs here.`,
				endpoint,
				status,
			},
		);
	}
	if (code === 'invalid_grant') {
		return new AmazonFailure('credentials', 'Amazon did not accept the refresh token', {
			description:
				'The seller withdrew the authorisation, it ran out after a year, or the token belongs to another app than the client ID. Authorise the app again in Seller Central and put the new refresh token into the Amazon Seller API credential.',
			endpoint,
			status,
		});
	}
	if (status === 404 || (status >= 300 && status < 400) || isPage(body)) {
		return new AmazonFailure('notFound', 'There is no Login with Amazon at that address', {
			description:
				'Choose a region in the Amazon Seller API credential, or correct the Login with Amazon URL; Amazon’s own is https://api.amazon.com/auth/o2/token',
			endpoint,
			status,
		});
	}
	const words = [code, textOf(value, 'error_description')].filter(Boolean).join(': ');
	const said = shown(words, secrets);
	return new AmazonFailure(
		'refused',
		`Amazon gave no access token: ${said || `status ${status}`}`,
		{
			description:
				'Check client ID, client secret and refresh token in the Amazon Seller API credential, and mind spaces at their ends.',
			endpoint,
			status,
		},
	);
}

function unreadableLogin(body: string): AmazonFailure {
	return new AmazonFailure(
		'unreadable',
		isPage(body)
			? 'A web page came back from Login with Amazon instead of an access token'
			: 'The answer of Login with Amazon holds no access token',
		{
			description:
				'Check the Login with Amazon URL in the Amazon Seller API credential; Amazon’s own is https://api.amazon.com/auth/o2/token',
			endpoint,
			status: 200,
		},
	);
}

function tooManyLogins(): AmazonFailure {
	return new AmazonFailure('limit', 'Amazon refuses further access tokens just now', {
		description: 'Wait a minute, then run again. Other systems may use the same app.',
		endpoint,
		status: 429,
	});
}

function noLogin(why: string, status?: number): AmazonFailure {
	return new AmazonFailure('unavailable', 'Login with Amazon did not answer', {
		description: `${why} Check that n8n can reach api.amazon.com, then run again.`,
		endpoint,
		status,
	});
}
