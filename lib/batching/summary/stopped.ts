/** A Preview or a Run that stopped: what the history and the e-mail say of it, in the place of a summary. */
import type { Summary } from './summary';

export interface Stop {
	operation: 'preview' | 'run';
	botName: string;
	startedAt: number;
	zone: string;
	executionUrl: string;
	/** What happened. */
	message: string;
	/** What to do. */
	whatToDo: string;
	/** Whether a run may have begun to make batches: then nobody can say here how many there are. */
	halfWay: boolean;
}

export type StoppedSummary = Pick<
	Summary,
	'operation' | 'botName' | 'startedAt' | 'timeZone' | 'headline' | 'nextStep' | 'executionUrl'
> & {
	result: 'failed';
	/** Not known: it stopped. */
	batches: null;
	payments: null;
	skippedPayments: null;
	totalsText: '';
};

const goesOn = 'If batches were begun, the next run finishes them first; nothing is batched twice.';

/** The fields of a summary that can be said of something that stopped. */
export function summaryOfStop(stop: Stop): StoppedSummary {
	const { operation, botName, startedAt, zone, executionUrl, message, whatToDo, halfWay } = stop;
	return {
		operation,
		result: 'failed',
		botName,
		startedAt: new Date(startedAt).toISOString(),
		timeZone: zone,
		batches: null,
		payments: null,
		skippedPayments: null,
		totalsText: '',
		headline: /[.!?]$/.test(message) ? message : `${message}.`,
		nextStep: [whatToDo, halfWay ? goesOn : ''].filter((text) => text !== '').join(' '),
		executionUrl,
	};
}
