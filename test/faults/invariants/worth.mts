// What a batch that is booked elsewhere must be: whole in its list, and without any value in Cin7.
import type { Fault } from './approval.mts';
import type { Books, Document, Manifest } from './books.mts';
import { minor } from './books.mts';

/** A batch that is booked elsewhere: what it says comes to its total, and nothing in Cin7 has any of it. */
export function worthFaults(
	{ order, note }: Document,
	{ currency, total, payments, lines = [] }: Manifest,
	{ paymentsOn }: Books,
): Fault[] {
	const records = [`SalesOrders:${order.id}`];
	const faults: Fault[] = [];
	const due = minor(total, currency);
	const members = payments.reduce((sum, entry) => sum + minor(entry[2], currency), 0);
	const listed = lines.reduce((sum, line) => sum + minor(line[3], currency), 0);
	if (members !== due || listed !== Math.abs(due)) {
		const what = `${order.reference} lists ${members} in lines of ${listed}, and says ${total}`;
		faults.push({ what, records });
	}
	if (Number(order.total) !== 0) {
		faults.push({ what: `${order.reference} has a value, and is booked elsewhere`, records });
	}
	if (note) faults.push({ what: `${order.reference} has a credit note`, records });
	if (order.accountingAttributes?.accountingImportStatus !== 'DoNotImport') {
		faults.push({ what: `${order.reference} can be imported as well`, records });
	}
	for (const { id, transactionRef } of paymentsOn.get(order.id) ?? []) {
		// One that a person puts on a document without value is for that person to explain.
		if (transactionRef !== order.reference) continue;
		const what = `${order.reference} has a payment, and is booked elsewhere`;
		faults.push({ what, records: [...records, `Payments:${id}`, `Payments on ${order.id}`] });
	}
	return faults;
}
