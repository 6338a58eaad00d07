/**
 * Changes existing orders: read, judge, write only the fields that change, and read again, until nothing is left to do.
 * A write is believed when it is read back, whatever Cin7 answered: setting a dispatch date is known to answer 500 and
 * still be done.
 */
import type { Cin7Client, Row, WriteOutcome } from '../cin7/client';
import { assess, leave, type Verdict } from './assess';
import { unknownSentence } from './hindrances';
import { isAllKept, notKept } from './kept';
import { emptiedLines, surplusLines } from './lineRows';
import { change, end, note, type Saving } from './saving';
import { sentence } from './sentences';
import type { StageSettings } from './settings';
import { stageOrders, unknownCodes, type StageOrder } from './stageOrder';
import { withoutValues } from './withoutValues';
import { labels } from './words';

/** A lost answer, lines before the release, and a person who edits meanwhile take a round each. */
const mostRounds = 6;

/** Orders are read right before they are written, so that few edits can fall in between. */
const chunkSize = 250;

interface Sent {
	row: Row;
	verdict: Verdict;
	/** Cin7's answer was lost: it may have been done or not. */
	uncertain: boolean;
}

/**
 * Brings orders with known ids to where they are to be; ends the way of each.
 * @throws Cin7Failure when Cin7 cannot be asked; what was written until then counts, and a further run goes on from there
 */
export async function updateOrders(
	client: Cin7Client,
	savings: readonly Saving[],
	settings: StageSettings,
): Promise<void> {
	const sent = new Map<Saving, Sent>();
	let open = [...savings];
	for (let round = 1; open.length > 0 && round <= mostRounds; round++) {
		for (let from = 0; from < open.length; from += chunkSize) {
			const chunk = open.slice(from, from + chunkSize);
			await readAgain(client, chunk);
			const writing = chunk.filter((saving) => {
				const row = next(saving, sent, settings);
				return row !== null && saving.end === null;
			});
			if (writing.length > 0) await send(client, writing, sent);
		}
		open = open.filter((saving) => saving.end === null);
	}
	for (const saving of open) {
		const message = `Cin7 did not confirm the change of ${saving.reference}, though it was sent several times. Look at it in Cin7, then run again.`;
		end(saving, 'refused', message, 'notKept');
	}
}

/** Reads the orders as they are now; those that are gone have none. */
export async function readAgain(client: Cin7Client, savings: readonly Saving[]): Promise<void> {
	const ids = savings.map(({ orderId }) => orderId);
	const orders = new Map(
		(await client.byIds(stageOrders, 'id', ids)).map((order) => [order.id, order]),
	);
	for (const saving of savings) {
		saving.order = orders.get(saving.orderId) ?? null;
		if (saving.order) saving.reference = saving.order.reference;
	}
}

/** The row to write next; null when the order's way has ended. */
function next(saving: Saving, sent: Map<Saving, Sent>, settings: StageSettings): Row | null {
	const { order, reference } = saving;
	if (order === null) {
		end(saving, 'leftAlone', `${reference} is not in Cin7, or no longer.`, 'goneMeanwhile');
		return null;
	}
	const last = sent.get(saving);
	if (last && settle(saving, order, last)) return null;
	const surplus = last && addedLines(last) ? surplusLines(order, saving.item) : [];
	if (surplus.length > 0) {
		const row = emptiedLines(surplus);
		const verdict = { ...leave('doubledLines', ''), row, more: true };
		note(saving, [
			'Its line items were added twice at the same time; the second ones were set to quantity 0.',
		]);
		sent.set(saving, { row, verdict, uncertain: false });
		return row;
	}
	const verdict = assess(order, saving.item, saving.placement, settings);
	note(saving, verdict.notes);
	if (verdict.row === null) {
		endWith(saving, order, verdict);
		return null;
	}
	sent.set(saving, { row: verdict.row, verdict, uncertain: false });
	return verdict.row;
}

/** Whether the last write touched lines, so that somebody may have added the same at the same time. */
function addedLines({ row }: Sent): boolean {
	return row.lineItems !== undefined;
}

/** Judges the last write by the read-back. True when the order's way has ended. */
function settle(saving: Saving, order: StageOrder, { row, verdict, uncertain }: Sent): boolean {
	const kept = isAllKept(row, order);
	if (!kept && uncertain) return false;
	const missing = notKept(row, order);
	const unkept = [...missing.decisive, ...missing.others];
	change(
		saving,
		verdict.changes.filter(({ field }) => !unkept.includes(field)),
	);
	if (missing.decisive.length > 0) {
		const message = `Cin7 took the change of ${order.reference}, but it reads otherwise: ${labels(missing.decisive)}. Somebody may have changed it at the same time; look at it in Cin7.`;
		end(saving, 'refused', message, 'notKept');
		return true;
	}
	if (missing.others.length > 0) {
		note(saving, [`Cin7 did not keep as sent: ${labels(missing.others)}.`]);
	}
	if (verdict.more) return false;
	endWith(saving, order, verdict);
	return true;
}

function endWith(saving: Saving, order: StageOrder, verdict: Verdict): void {
	const { reason } = verdict;
	const isPlain = verdict.outcome === 'unchanged' && saving.changes.length > 0;
	const outcome = isPlain ? 'updated' : verdict.outcome;
	const message = verdict.message || sentence(saving, outcome, order.stage);
	if (outcome === 'released') noteUnknown(saving, order);
	end(saving, outcome, message, reason);
}

/** Products that Cin7 does not know, which it may take without a word. */
export function noteUnknown(saving: Saving, order: StageOrder): void {
	const unknown = unknownCodes(order);
	if (unknown.length > 0) note(saving, [unknownSentence(unknown)]);
}

async function send(
	client: Cin7Client,
	savings: readonly Saving[],
	sent: Map<Saving, Sent>,
): Promise<void> {
	const rows = savings.map((saving) => ({ id: saving.orderId, ...sent.get(saving)?.row }));
	const outcome = await client.update(stageOrders, rows);
	savings.forEach((saving, index) => {
		const { success, errors } = outcome.results[index];
		const last = sent.get(saving);
		if (success || !last) return;
		if (isUncertain(outcome, index)) last.uncertain = true;
		else {
			const words = withoutValues(errors.join(' '), last.row);
			const message = `Cin7 refused to change ${saving.reference}: ${words}`;
			end(saving, 'refused', message, 'refusedByCin7');
		}
	});
	if (outcome.stopped) throw outcome.stopped;
}

/** Whether it is not known what became of a row. */
export function isUncertain({ uncertain }: WriteOutcome, index: number): boolean {
	return uncertain.some(({ from, to }) => index >= from && index < to);
}
