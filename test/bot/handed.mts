// What a run hands over to be booked elsewhere.
import type { RunResult } from '../../lib/batching/run/run';

export const referencesOf = (batches: RunResult['again']) =>
	batches.map(({ document }) => document.order.reference);

/** What the next node gets of each batch, without what changes nothing there. */
export function handed(batches: RunResult['again']): unknown[] {
	return batches.map(({ batch, document }) => {
		const { lines: _planned, ...group } = batch;
		return { reference: document.order.reference, ...group, lines: document.manifest?.lines };
	});
}
