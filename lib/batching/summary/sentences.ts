/** What a Preview or a Run came to, in one sentence, and what the person who reads it does next. */
import { plural } from '../../text/words';
import type { SummaryInput } from './summary';

/** What happened. */
export function headline(input: SummaryInput): string {
	const { operation, posting, batches, attention } = input;
	const payments = batches.reduce((sum, { batch }) => sum + batch.members.length, 0);
	const where = posting === 'external' ? ', to be booked in your accounting software' : '';
	const what = `${plural(payments, 'payment')} in ${plural(batches.length, 'batch', 'batches')}${where}`;
	if (operation === 'preview') {
		return batches.length === 0
			? 'A run now would batch nothing.'
			: `A run now would batch ${what}.`;
	}
	const earlier = ofEarlierRuns(input);
	if (attention.length > 0 && batches.length === 0) {
		return `No batch was made; something needs your attention.${earlier}`;
	}
	if (attention.length > 0) return `Batched ${what}; something needs your attention.${earlier}`;
	if (batches.length === 0) return `Nothing to batch: no payment was changed.${earlier}`;
	return `Batched ${what}.${earlier}`;
}

function ofEarlierRuns({ finishedEarlier, comingAgain }: SummaryInput): string {
	const finished =
		finishedEarlier.length > 0
			? ` Finished ${plural(finishedEarlier.length, 'batch', 'batches')} that an earlier run left.`
			: '';
	const again =
		comingAgain.length > 0
			? ` ${plural(comingAgain.length, 'batch', 'batches')} of earlier runs ${comingAgain.length === 1 ? 'comes' : 'come'} again, not being confirmed yet.`
			: '';
	return finished + again;
}

const confirmStep =
	'Book each batch in your accounting software, then close it with Confirm: what is not confirmed comes again with the next run, under the same reference.';

/** What to do. */
export function nextStep(input: SummaryInput): string {
	const { operation, posting, batches, attention, toConfirm, skipped } = input;
	if (attention.length > 0) {
		const look =
			'Look at what needs attention, then run again: a run first finishes what is left, and batches nothing twice.';
		return toConfirm > 0 ? `${look} ${confirmStep}` : look;
	}
	if (operation === 'preview') {
		if (batches.length === 0) {
			return 'Nothing has been changed in Cin7. Look at the Skipped output to see what each payment waits for.';
		}
		return posting === 'external'
			? 'Nothing has been changed in Cin7. Choose Run to make these batches and hand them over.'
			: 'Nothing has been changed in Cin7. Choose Run to make these batches.';
	}
	if (toConfirm > 0) return confirmStep;
	if (batches.length > 0) {
		return 'Match each batch with the deposit of its payment type in your accounting software.';
	}
	// Payments on batches themselves are none that anybody waits for.
	return skipped.some(({ reason }) => reason !== 'batchDocument')
		? 'Look at the Skipped output to see what each payment waits for.'
		: 'There is no open payment in the look-back.';
}
