/** The sentence of each outcome that is no exception. */
import type { Outcome } from './outcome';
import type { Saving } from './saving';
import { labels } from './words';

/** What happened to an order, naming it and what was filled in. */
export function sentence(saving: Saving, outcome: Outcome, stage: string): string {
	const { reference, isNew } = saving;
	const filled = saving.changes
		.map(({ field }) => field)
		.filter((field) => !['stage', 'dispatchedDate', 'logisticsStatus', 'isVoid'].includes(field));
	const also = filled.length > 0 && !isNew ? ` Filled in: ${labels(filled)}.` : '';
	const dispatched = saving.changes.some(({ field }) => field === 'dispatchedDate');
	const at = `${stage === '' ? 'no stage' : `stage ${stage}`}${dispatched ? ', dispatched' : ''}`;
	switch (outcome) {
		case 'created':
			return `${reference} was created at ${at}.`;
		case 'released':
			return `${reference} was released to ${at}.${also}`;
		case 'held':
			return isNew
				? `${reference} was created and is held at Needs Attention.`
				: `${reference} is held at Needs Attention.${also}`;
		case 'updated':
			return `${reference} was updated and is at ${at}.${also}`;
		case 'voided':
			return `${reference} was cancelled in the channel and was made void.`;
		default:
			return `${reference} is as asked already, at ${at}.`;
	}
}
