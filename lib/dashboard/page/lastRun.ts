/** A bot's last run on its card: when, what came of it, and a link to it. */
import { plural } from '../../text/words';
import type { LastRun, Outcome } from '../lastRun';
import type { RunRow } from '../reading/runHistory';
import { html, type Html } from './html';
import { timeHtml, type Clock } from './time';

const outcomes: Record<Outcome, { words: string; kind: 'good' | 'look' | 'bad' }> = {
	done: { words: 'Done', kind: 'good' },
	succeeded: { words: 'Done', kind: 'good' },
	nothingToDo: { words: 'Nothing to do', kind: 'good' },
	attention: { words: 'Needs attention', kind: 'look' },
	waiting: { words: 'Waiting for somebody', kind: 'look' },
	canceled: { words: 'Stopped by hand', kind: 'look' },
	unknown: { words: 'n8n does not say how it ended', kind: 'look' },
	failed: { words: 'Failed', kind: 'bad' },
	crashed: { words: 'Broken off: n8n stopped while it ran', kind: 'bad' },
};

/** @param address of the execution; null for no link */
export function lastRunHtml(last: LastRun, clock: Clock, address: string | null): Html {
	const { words, kind } = outcomes[last.outcome];
	const what = last.row === null ? '' : last.row.operation === 'preview' ? 'Preview: ' : 'Run: ';
	const counts = last.row === null ? '' : countsInWords(last.row);
	return html`${last.startedAt !== null && timeHtml(last.startedAt, clock)} <br /><span
			class="outcome ${kind}"
			>${what}${words}</span
		>${counts !== '' && html`<br />${counts}`}
		${last.row !== null &&
		last.row.message !== '' &&
		html`<br /><span class="small">${shortened(last.row.message)}</span>`}
		${address !== null && html`<br /><a href="${address}">Look at this run</a>`}`;
}

/** "3 batches, 12 payments, 2 left out; AUD 1,234.00". */
function countsInWords({ batches, payments, skipped, totals }: RunRow): string {
	const counts = [
		batches === null ? '' : plural(batches, 'batch', 'batches'),
		payments === null ? '' : plural(payments, 'payment'),
		skipped === null || skipped === 0 ? '' : `${skipped} left out`,
	].filter(Boolean);
	// A currency stays on the line of its amount.
	const unbroken = totals.replace(/\b([A-Z]{3}) (?=[-\d])/g, '$1\u00A0');
	return [counts.join(', '), unbroken].filter(Boolean).join('; ');
}

/** A message may be as long as Cin7 made it; the execution has it whole. */
function shortened(text: string): string {
	const letters = [...text];
	return letters.length <= 400 ? text : `${letters.slice(0, 399).join('')}…`;
}
