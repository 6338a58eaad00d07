// The way of an SP-API call to its operation: who calls, whether they may, whether it is too often.
import type { ApiRequest } from '../cin7/answers.mts';
import type { AmazonAccount } from './account.mts';
import {
	accessDenied,
	invalidInput,
	quotaExceeded,
	tokenExpired,
	tokenInvalid,
	tokenMissing,
} from './answers.mts';
import type { AmazonAnswer } from './answers.mts';
import { execute } from './execute.mts';
import { readAccessToken } from './lwa.mts';
import { operationAt } from './operations.mts';
import type { RateLimits } from './rateLimits.mts';

/** Characters of a User-Agent header; Amazon refuses longer ones. */
export const longestUserAgent = 500;

export interface LetIn {
	answer: AmazonAnswer;
	/** Name of the application that called, when it is known. */
	app: string | null;
	/** Orders answered. */
	rows: number;
}

/** Answers an SP-API call. */
export function letIn(account: AmazonAccount, limits: RateLimits, request: ApiRequest): LetIn {
	const { settings, seller } = account;
	const refused = (answer: AmazonAnswer, app: string | null = null) => ({ answer, app, rows: 0 });
	if ((request.headers['user-agent'] ?? '').length > longestUserAgent) {
		return refused(invalidInput('The User-Agent header must have no more than 500 characters.'));
	}
	const token = request.headers['x-amz-access-token'];
	if (!token) return refused(tokenMissing());
	const read = readAccessToken(account, token);
	if (read === 'invalid') return refused(tokenInvalid());
	if (read === 'expired') return refused(tokenExpired());
	const { app, grantless } = read;
	const operation = operationAt(request.method, request.path);
	if (
		operation === undefined ||
		grantless ||
		settings.endpointRegion !== 'own' ||
		settings.refusedOperations.includes(operation.name)
	) {
		return refused(accessDenied(), app.name);
	}
	const plan = settings.plans[operation.name];
	const caller = `${seller.sellerId} ${app.clientId}`;
	if (settings.limits === 'real' && !limits.admits(caller, operation.name, plan, account.now())) {
		return refused(quotaExceeded(), app.name);
	}
	const { answer, rows } = execute(account, app, operation, request.query);
	const limit = { 'x-amzn-RateLimit-Limit': String(plan.rate) };
	const headers = { ...answer.headers, ...(settings.rateLimitHeader ? limit : {}) };
	return { answer: { ...answer, headers }, app: app.name, rows };
}
