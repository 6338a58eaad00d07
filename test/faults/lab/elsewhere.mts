// The accounting software of those who do not book in Cin7. It books a reference once, however often it comes.
import type { Outcome } from './experiment.mts';

export interface Elsewhere {
	/** Books a batch under its reference. */
	book(reference: string, payments: number[]): void;
	/** What is booked, by reference: ids of payments, in order. */
	readonly booked: ReadonlyMap<string, number[]>;
	/** What should never have come: sentences. */
	readonly complaints: readonly string[];
}

export function accountingElsewhere(): Elsewhere {
	const booked = new Map<string, number[]>();
	const complaints: string[] = [];
	return {
		booked,
		complaints,
		book(reference, payments) {
			const sorted = [...payments].sort((a, b) => a - b);
			const before = booked.get(reference);
			if (before === undefined) booked.set(reference, sorted);
			else if (before.join() !== sorted.join()) {
				complaints.push(
					`${reference} was ${before.join('+')}, and came again as ${sorted.join('+')}`,
				);
			}
		},
	};
}

/**
 * What does not hold between the books elsewhere and Cin7: a payment is booked under one reference, every batch that is
 * closed is booked, and what is void after all is told of. What people make void is theirs to correct over there.
 */
export function brokenElsewhere(
	{ booked, complaints }: Elsewhere,
	{ rounds, watch }: Outcome,
): string[] {
	const { documents } = rounds[1].books;
	const byReference = new Map(documents.map((document) => [document.order.reference, document]));
	const told = new Set(
		rounds[1].reports.flatMap((report) => report.told.map(({ reference: named }) => named)),
	);
	const found = [...complaints];
	const first = new Map<number, string>();
	for (const [reference, payments] of booked) {
		const document = byReference.get(reference);
		if (!document?.live) {
			const byPerson = document && watch.voided.get(document.order.id) === 'person';
			if (!byPerson && !told.has(reference))
				found.push(`${reference} is booked elsewhere, and void`);
			if (byPerson) continue;
		}
		for (const id of payments) {
			const other = first.get(id);
			if (other !== undefined)
				found.push(`payment ${id} is booked as ${other} and as ${reference}`);
			first.set(id, reference);
		}
	}
	for (const { order, live, remembered } of documents) {
		if (!live || order.status !== 'APPROVED') continue;
		const members = (remembered?.payments ?? []).map(([id]) => id).sort((a, b) => a - b);
		if (booked.get(order.reference)?.join() === members.join()) continue;
		found.push(
			`${order.reference} is closed, and booked elsewhere as something else or not at all`,
		);
	}
	return found;
}
