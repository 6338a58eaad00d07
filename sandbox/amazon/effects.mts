// What the faults that hit a call do to it.
import { htmlAnswer, noAnswer } from '../cin7/answers.mts';
import {
	internalFailure,
	invalidInputText,
	paginationTokenInvalid,
	quotaExceeded,
	refusal,
	serviceUnavailable,
} from './answers.mts';
import type { AmazonAnswer } from './answers.mts';
import type { AmazonEffect } from './faults.mts';

export interface AmazonOutcome {
	/** Done to the account before the call. */
	before: ('revokeToken' | 'expireTokens' | { removeRole: string })[];
	/** Answered instead of anything else. */
	instead?: AmazonAnswer;
	/** Answered although the call went through. */
	afterwards?: (answer: AmazonAnswer) => AmazonAnswer;
	/** Further milliseconds the answer takes. */
	slower: number;
}

/** Several faults may hit one call; of those that answer, the last counts. */
export function amazonOutcomeOf(effects: readonly AmazonEffect[], query: string): AmazonOutcome {
	const outcome: AmazonOutcome = { before: [], slower: 0 };
	for (const effect of effects) {
		switch (effect.type) {
			case 'status':
				outcome.instead = statusAnswer(effect);
				break;
			case 'throttled':
				outcome.instead = quotaExceeded();
				break;
			case 'outage':
				outcome.instead = refusal(400, 'InvalidInput', invalidInputText);
				break;
			case 'unavailable':
				outcome.instead = serviceUnavailable();
				break;
			case 'reset':
			case 'timeout':
				outcome.instead = noAnswer(effect.type) as AmazonAnswer;
				break;
			case 'html':
				outcome.instead = htmlAnswer(200, 'Sign in', 'Please sign in to continue.') as AmazonAnswer;
				break;
			case 'malformed':
				outcome.afterwards = (answer) => ({ ...answer, body: `${answer.body.slice(0, 40)}<<` });
				break;
			case 'truncated':
				outcome.afterwards = (answer) => ({
					...answer,
					body: answer.body.slice(0, Math.floor(answer.body.length / 2)),
				});
				break;
			case 'brokenOff':
				outcome.afterwards = (answer) => ({ ...answer, transport: 'brokenOff' });
				break;
			case 'slow':
				outcome.slower += effect.ms;
				break;
			case 'revokeToken':
			case 'expireTokens':
				outcome.before.push(effect.type);
				break;
			case 'removeRole':
				outcome.before.push({ removeRole: effect.role });
				break;
			case 'refusePaginationToken':
				if (/(^|&)paginationToken=/.test(query)) outcome.instead = paginationTokenInvalid();
				break;
		}
	}
	return outcome;
}

const codes: Record<number, string> = {
	400: 'InvalidInput',
	403: 'Unauthorized',
	404: 'NotFound',
	429: 'QuotaExceeded',
	503: 'ServiceUnavailable',
};

function statusAnswer(effect: Extract<AmazonEffect, { type: 'status' }>): AmazonAnswer {
	const { status, message, details, headers } = effect;
	const usual = internalFailure();
	const answer =
		effect.code === undefined && message === undefined && status === 500
			? usual
			: refusal(
					status,
					effect.code ?? codes[status] ?? 'InternalFailure',
					message === undefined ? 'The request could not be answered.' : message,
					details,
				);
	return { ...answer, headers: { ...answer.headers, ...headers } };
}
