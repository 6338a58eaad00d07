/** Creating orders where one bad row may make Cin7 refuse a whole call: the call is halved until the row stands alone. */
import type { Cin7Client, Row, WriteOutcome } from '../cin7/client';
import type { WriteResult } from '../cin7/records';
import { stageOrders } from './stageOrder';

/** Cin7 takes as many at once. */
const fullCall = 250;

/** Further calls that the search for bad rows may take. */
const mostCalls = 16;

/** Whether Cin7's words say that a reference is taken. */
export function isTakenReference(words: string): boolean {
	return (
		/reference|order/i.test(words) &&
		/exist|duplicate|unique|taken|in use/i.test(words) &&
		!/not exist|n't exist/i.test(words)
	);
}

/**
 * Creates the rows. Calls refused as a whole, for another cause than a taken reference, are sent again in halves.
 * @throws Cin7Failure when nothing at all was done
 */
export async function createIsolating(
	client: Cin7Client,
	rows: readonly Row[],
): Promise<WriteOutcome> {
	const outcome = await client.create(stageOrders, rows);
	if (outcome.stopped) return outcome;
	let left = mostCalls;
	const queue: [number, number][] = [];
	for (let from = 0; from < rows.length; from += fullCall) {
		queue.push([from, Math.min(from + fullCall, rows.length)]);
	}
	for (let range = queue.shift(); range; range = queue.shift()) {
		const [from, to] = range;
		if (to - from < 2 || !isRefusedAsOne(outcome.results.slice(from, to))) continue;
		const middle = Math.ceil((from + to) / 2);
		if (left < 2) break;
		left -= 2;
		for (const [start, stop] of [
			[from, middle],
			[middle, to],
		] as const) {
			const half = await client.create(stageOrders, rows.slice(start, stop));
			replace(outcome, start, half);
			queue.push([start, stop]);
		}
	}
	return outcome;
}

/** Every row refused, in the same words: Cin7 looked at none of them on its own, or all have the same flaw. */
function isRefusedAsOne(results: readonly WriteResult[]): boolean {
	const words = results[0].errors.join(' ');
	return (
		!isTakenReference(words) &&
		!/^It is not known/.test(words) &&
		results.every(({ success, errors }) => !success && errors.join(' ') === words)
	);
}

function replace(outcome: WriteOutcome, start: number, half: WriteOutcome): void {
	half.results.forEach((result, index) => {
		outcome.results[start + index] = { ...result, index: start + index };
	});
	for (const { from, to, why } of half.uncertain) {
		outcome.uncertain.push({ from: start + from, to: start + to, why });
	}
}
