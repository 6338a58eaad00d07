// What the faults that hit a request do to it.
import {
	brokenDown,
	htmlAnswer,
	messageAnswer,
	noAnswer,
	throttled,
	unavailable,
} from './answers.mts';
import type { Answer } from './answers.mts';
import type { FaultEffect, WriteFault } from './faults.mts';
import { refusalMessage } from './limits.mts';

export interface Outcome {
	/** Answered instead of reading or writing anything. */
	instead?: Answer;
	/** Answered although the request was carried out. */
	afterwards?: (answer: Answer) => Answer;
	write: WriteFault;
	/** Further milliseconds the answer takes. */
	slower: number;
	/** How many milliseconds old the state is that a read sees. */
	stale: number;
}

/** Several faults may hit one request; of those that answer, the last counts. */
export function outcomeOf(effects: readonly FaultEffect[]): Outcome {
	const outcome: Outcome = { write: { ignored: [] }, slower: 0, stale: 0 };
	const lost = (committed: boolean, answer: Answer) => {
		if (committed) outcome.afterwards = () => answer;
		else outcome.instead = answer;
	};
	for (const effect of effects) {
		switch (effect.type) {
			case 'status500':
				outcome.write.stopAfter = effect.committedRows;
				lost(effect.committed || effect.committedRows !== undefined, brokenDown());
				break;
			case 'timeout':
				outcome.slower += effect.afterMs ?? 0;
				lost(effect.committed, noAnswer('timeout'));
				break;
			case 'reset':
				lost(effect.committed, noAnswer('reset'));
				break;
			case 'unavailable':
				outcome.instead = unavailable();
				break;
			case 'throttled': {
				const message = refusalMessage({ admitted: 3, period: 'Second' });
				outcome.instead = throttled(message, effect.retryAfter);
				break;
			}
			case 'html':
				lost(
					effect.committed ?? false,
					htmlAnswer(effect.status ?? 200, 'Sign in', 'Please sign in to continue.'),
				);
				break;
			case 'truncated':
				outcome.afterwards = (answer) => ({
					...answer,
					body: answer.body.slice(0, Math.floor(answer.body.length / 2)),
				});
				break;
			case 'malformed':
				outcome.afterwards = (answer) => ({ ...answer, body: `${answer.body}}` });
				break;
			case 'fieldIgnored':
				outcome.write.ignored.push(...effect.fields);
				break;
			case 'rowFailure':
				outcome.write.refuse = {
					index: effect.index,
					message: effect.message ?? 'An unexpected condition was met while saving this record.',
				};
				break;
			case 'wholeCall400':
				outcome.instead = messageAnswer(400, effect.message ?? 'The request is invalid.');
				break;
			case 'staleRead':
				outcome.stale = effect.ms;
				break;
			case 'slow':
				outcome.slower += effect.ms;
				break;
		}
	}
	return outcome;
}
