// Login with Amazon: access tokens for an application's refresh token, in LWA's own form.
import type { ApiRequest } from '../cin7/answers.mts';
import type { AmazonAccount } from './account.mts';
import {
	clientUnknown,
	grantInvalid,
	grantTypeUnsupported,
	jsonAnswer,
	lwaRefusal,
	parameterMissing,
} from './answers.mts';
import type { AmazonAnswer } from './answers.mts';
import { knowsSecret } from './apps.mts';
import type { App } from './apps.mts';

/** Seconds for which an access token is good, by the account's clock. */
export const accessTokenLife = 3600;

interface TokenContent {
	app: string;
	generation: number;
	/** Milliseconds since 1970. */
	expires: number;
	/** Of a token without a seller, which reads no orders. */
	scope?: string;
}

/** Answers a request to the token endpoint. */
export function giveToken(account: AmazonAccount, request: ApiRequest): AmazonAnswer {
	if (request.method !== 'POST') {
		return lwaRefusal(400, 'invalid_request', 'The request must be a POST.');
	}
	const given = fieldsOf(request);
	if (given === undefined) {
		return lwaRefusal(400, 'invalid_request', 'The request body is neither a form nor JSON.');
	}
	const grantType = given.grant_type;
	const wanted = ['grant_type', 'client_id', 'client_secret'];
	if (grantType === 'refresh_token') wanted.push('refresh_token');
	if (grantType === 'client_credentials') wanted.push('scope');
	const missing = wanted.find((name) => !given[name]);
	if (missing !== undefined) return parameterMissing(missing);
	if (grantType !== 'refresh_token' && grantType !== 'client_credentials') {
		return grantTypeUnsupported();
	}
	const app = account.apps.find(({ clientId }) => clientId === given.client_id);
	if (app === undefined || !knowsSecret(app, given.client_secret, account.now())) {
		return clientUnknown();
	}
	if (grantType === 'client_credentials') {
		if (!given.scope.startsWith('sellingpartnerapi::')) {
			return lwaRefusal(400, 'invalid_scope', 'The request has an invalid scope.');
		}
		return tokenAnswer(account, app, { scope: given.scope });
	}
	if (given.refresh_token !== app.refreshToken || app.revoked) return grantInvalid();
	return tokenAnswer(account, app, {}, { refresh_token: app.refreshToken });
}

function tokenAnswer(
	account: AmazonAccount,
	app: App,
	extra: Partial<TokenContent>,
	more: object = {},
): AmazonAnswer {
	const content: TokenContent = {
		app: app.clientId,
		generation: app.generation,
		expires: account.now() + accessTokenLife * 1000,
		...extra,
	};
	const answer = jsonAnswer(200, {
		access_token: `Atza|${account.seal.close(content).toString('base64url')}`,
		token_type: 'bearer',
		expires_in: accessTokenLife,
		...more,
	});
	return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } };
}

/** Whose a token is, and whether it can still be used. */
export function readAccessToken(
	account: AmazonAccount,
	token: string,
): { app: App; grantless: boolean } | 'invalid' | 'expired' {
	const closed = /^Atza\|([\w-]+)$/.exec(token)?.[1];
	const content = account.seal.open(Buffer.from(closed ?? '', 'base64url')) as
		| TokenContent
		| undefined;
	const app = account.apps.find(({ clientId }) => clientId === content?.app);
	if (content === undefined || app === undefined || app.revoked) return 'invalid';
	if (account.now() >= content.expires || content.generation < app.generation) return 'expired';
	return { app, grantless: content.scope !== undefined };
}

/** The fields of a form or of JSON. */
function fieldsOf({ headers, body }: ApiRequest): Record<string, string> | undefined {
	const type = headers['content-type'] ?? '';
	if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
		return Object.fromEntries(new URLSearchParams(body));
	}
	if (!/^application\/json\b/i.test(type)) return undefined;
	try {
		const value = JSON.parse(body) as unknown;
		if (typeof value !== 'object' || value === null) return undefined;
		return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
	} catch {
		return undefined;
	}
}
