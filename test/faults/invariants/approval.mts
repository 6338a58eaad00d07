// What must be so at the very moment at which accounting may see a batch for the first time.
import type { Books, Document, Manifest, Row } from './books.mts';
import { dateOf, importOf, isVoid, memberRow, minor } from './books.mts';
import { worthFaults } from './worth.mts';

/** Something that is not as the batch takes it to be. */
export interface Fault {
	/** A sentence. */
	what: string;
	/** The records it lies in, as `Payments:501`. */
	records: string[];
}

/**
 * Everything that is wrong with a document, its value and its members.
 * @param settled nobody is at work any more. While two runs are at one document it may have their payment twice for a
 * moment: nothing in Cin7 could keep them from it. One of the two goes when one of them looks again.
 */
export function faultsOf(document: Document, books: Books, settled: boolean): Fault[] {
	const { order, manifest } = document;
	const own = `SalesOrders:${order.id}`;
	if (manifest === null) {
		return [{ what: `${order.reference} has no list of members`, records: [own] }];
	}
	return [
		...valueFaults(document, manifest, books, settled),
		...manifest.payments.flatMap((entry) => paymentFaults(order.reference, entry, manifest, books)),
		...manifest.orders.flatMap((entry) => orderFaults(order.reference, entry, manifest, books)),
	];
}

/** The document's lines and its own payment, against what its manifest says. */
export function valueFaults(
	document: Document,
	manifest: Manifest,
	books: Books,
	settled: boolean,
): Fault[] {
	const { order, note } = document;
	if (manifest.posting === 'external') return worthFaults(document, manifest, books);
	const { currency, total } = manifest;
	const holder = manifest.kind === 'creditNote' ? note : order;
	const resource = manifest.kind === 'creditNote' ? 'CreditNotes' : 'SalesOrders';
	if (!holder) return [{ what: `${order.reference} has no credit note`, records: [] }];
	const records = [`${resource}:${holder.id}`];
	const due = Math.abs(minor(total, currency));
	const faults: Fault[] = [];
	const members = manifest.payments.reduce((sum, entry) => sum + minor(entry[2], currency), 0);
	if (members !== minor(total, currency)) {
		faults.push({ what: `${order.reference} lists ${members}, and says ${total}`, records });
	}
	if (isVoid(holder)) faults.push({ what: `${holder.reference} is void`, records });
	const lines = linesOf(holder);
	if (Math.abs(lines) !== due) {
		faults.push({ what: `${holder.reference} comes to ${lines}, and should to ${total}`, records });
	}
	if (Math.abs(minor(holder.total, currency)) !== due) {
		const what = `${holder.reference} shows ${holder.total}, and should ${total}`;
		faults.push({ what, records });
	}
	if (manifest.kind === 'creditNote' && Number(order.total) !== 0) {
		const what = `${order.reference} has a value beside its credit note`;
		faults.push({ what, records: [`SalesOrders:${order.id}`] });
	}
	const paid = books.paymentsOn.get(holder.id) ?? [];
	const payments = paid.map(({ id }) => `Payments:${id}`);
	const on = `Payments on ${holder.id}`;
	if (paid.length === 0 || (settled && paid.length > 1)) {
		const what = `${holder.reference} has ${paid.length} payments`;
		faults.push({ what, records: [...payments, on] });
	}
	for (const { amount, isAuthorized } of paid) {
		if (Math.abs(minor(amount, currency)) === due && isAuthorized) continue;
		const what = `a payment of ${holder.reference} is ${amount}, not ${total}`;
		faults.push({ what, records: [...payments, on] });
	}
	return faults;
}

/** In minor units; documents state their prices with tax included. NaN for anything that is not so plain. */
function linesOf({ currencyCode, taxStatus, lineItems, ...order }: Row): number {
	if (taxStatus !== 'Incl') return Number.NaN;
	const extras = [order.freightTotal, order.surcharge, order.discountTotal];
	return (lineItems as Row[])
		.filter(({ parentId }) => !parentId)
		.map(({ qty, unitPrice, discount }) => {
			return Number(qty) * minor(unitPrice, currencyCode) - minor(discount ?? 0, currencyCode);
		})
		.concat(extras.map((amount) => minor(amount ?? 0, currencyCode)))
		.reduce((sum, amount) => sum + amount, 0);
}

function paymentFaults(
	reference: string,
	[id, orderId, amount]: Manifest['payments'][number],
	manifest: Manifest,
	{ payments }: Books,
): Fault[] {
	const payment = payments.get(id);
	const records = [`Payments:${id}`];
	const faults: Fault[] = [];
	const say = (what: string) =>
		faults.push({ what: `${reference}: payment ${id} ${what}`, records });
	if (!payment) {
		say('does not exist');
		return faults;
	}
	const { currency, markDate, paymentType } = manifest;
	if (payment.orderId !== orderId) say(`is on order ${payment.orderId}`);
	if (Math.abs(minor(payment.amount, currency)) !== Math.abs(minor(amount, currency))) {
		say(`is ${payment.amount}, and listed as ${amount}`);
	}
	if (payment.method !== paymentType) say(`is of type ${payment.method}`);
	if (!payment.isAuthorized) say('is not authorised');
	if (payment.batchReference) say(`is in Cin7's own batch ${payment.batchReference}`);
	if ((payment.reconcileDate ?? null) !== markDate)
		say(`is reconciled ${payment.reconcileDate ?? 'never'}`);
	return faults;
}

function orderFaults(
	reference: string,
	[id, kind, total]: Manifest['orders'][number],
	manifest: Manifest,
	books: Books,
): Fault[] {
	const order = memberRow(books, id, kind);
	const records = [`${kind === 'S' ? 'SalesOrders' : 'CreditNotes'}:${id}`];
	const faults: Fault[] = [];
	const say = (what: string, where = records) =>
		faults.push({ what: `${reference}: order ${order?.reference ?? id} ${what}`, records: where });
	if (!order) {
		say('does not exist');
		return faults;
	}
	if (isVoid(order)) say('is void');
	else if (order.status !== 'APPROVED') say(`is ${order.status}`);
	const shown = books.shownTotal(order);
	if (minor(shown, manifest.currency) !== minor(total, manifest.currency)) {
		say(`is ${shown}, and was ${total}`);
	}
	if (order.currencyCode !== manifest.currency) say(`is in ${order.currencyCode}`);
	if (order.branchId !== manifest.branchId) say(`is of branch ${order.branchId}`);
	if (importOf(order).date !== null) say('was imported by itself');
	if (importOf(order).status !== 'DoNotImport') say(`is ${importOf(order).status}`);
	if (dateOf(order) === null) say('has no date');
	for (const payment of books.paymentsOn.get(id) ?? []) {
		if (books.listed.has(payment.id) || !payment.isAuthorized || Number(payment.amount) === 0)
			continue;
		// Of a document that somebody made void just now, it is that document's affair.
		const gone = books.documents.filter(
			(other) => !other.live && other.remembered?.payments.some(([one]) => one === payment.id),
		);
		say(`has payment ${payment.id} in no batch`, [
			...records,
			`Payments:${payment.id}`,
			...gone.map((other) => `SalesOrders:${other.order.id}`),
		]);
	}
	return faults;
}

/** Payments that two documents list which accounting may take. */
export function listedTwice({ documents }: Books): string[] {
	const first = new Map<number, string>();
	const found: string[] = [];
	for (const { order, remembered, visible } of documents) {
		if (!visible) continue;
		for (const [id] of remembered?.payments ?? []) {
			const other = first.get(id);
			if (other === undefined) first.set(id, order.reference);
			else
				found.push(
					`payment ${id} is in ${other} and in ${order.reference}, and accounting may take both`,
				);
		}
	}
	return found;
}
