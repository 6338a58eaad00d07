// What accounting was given in the course of everything, and whether it was given anything twice.
import type { Outcome } from '../lab/experiment.mts';
import type { Books } from './books.mts';

/** Counts what accounting was given, payment by payment; what a person took out of it again does not count. */
export function takenTwice({ watch }: Outcome, books: Books): string[] {
	const takenAs = new Map<number, string[]>();
	for (const { record, reference, manifest } of watch.imports) {
		const [resource, id] = record.split(':');
		if (watch.voided.get(Number(id)) === 'person') continue;
		const paid = manifest
			? manifest.payments.map(([paymentId]) => paymentId)
			: (books.paymentsOn.get(Number(id)) ?? []).map((payment) => payment.id);
		if (resource === 'SalesOrders' && manifest?.kind === 'creditNote') continue;
		for (const paymentId of paid) {
			takenAs.set(paymentId, [...(takenAs.get(paymentId) ?? []), reference]);
		}
	}
	return [...takenAs]
		.filter(([, as]) => as.length > 1)
		.map(([id, as]) => `accounting has payment ${id} as ${as.join(' and as ')}`);
}
