// The account as the checks see it: rows by id, and the batch documents with the manifests that they carry. Written for
// the checks alone: nothing here is shared with what makes the batches.
import type { Cin7 } from '../../../sandbox/cin7/cin7.mts';
import { inHomeCurrency } from '../../../sandbox/cin7/money/totals.mts';
import { creditNotes } from '../../../sandbox/cin7/resources/creditNotes.mts';
import { payments } from '../../../sandbox/cin7/resources/payments.mts';
import { salesOrders } from '../../../sandbox/cin7/resources/salesOrders.mts';
import { minorUnits } from '../../../sandbox/n8n/verify/amounts.mts';

/** A record as the stand-in keeps it: in Cin7's wire format, without the fields that have no value. */
export type Row = Record<string, any> & { id: number };

export interface Manifest {
	kind: 'invoice' | 'creditNote';
	/** `external`: the batch is booked elsewhere, and its document has no value. */
	posting?: string;
	channel: string;
	branchId: number;
	paymentType: string;
	currency: string;
	batchDay: string;
	total: string;
	markDate: string;
	payments: [paymentId: number, orderId: number, amount: string, ...unknown[]][];
	orders: [orderId: number, kind: 'S' | 'C', total: string, ...unknown[]][];
	/** Of a batch that is booked elsewhere; positive on an invoice and on a credit note. */
	lines?: [string, string, string, amount: string][];
}

export interface Document {
	order: Row;
	/** null when nobody can read it any more. */
	manifest: Manifest | null;
	/** What it said when it was created, whatever was made of it since. */
	remembered: Manifest | null;
	/** The credit note beside it, whatever its state. */
	note: Row | undefined;
	live: boolean;
	/** The record that has the batch's value is approved and dated: accounting may take it. */
	visible: boolean;
}

export interface Books {
	orders: Map<number, Row>;
	notes: Map<number, Row>;
	payments: Map<number, Row>;
	paymentsOn: Map<number, Row[]>;
	/** Lowest number first. */
	documents: Document[];
	/** Payments that are in a live document. */
	listed: ReadonlySet<number>;
	/** The total of an order as Cin7 gives it: some accounts give it in their own currency. */
	shownTotal(row: Row): number;
}

/** @param created manifests by the id of their document, as they were created */
export function booksOf(
	{ store, settings }: Cin7,
	created: ReadonlyMap<number, Manifest> = new Map(),
): Books {
	const orderRows = store.all(salesOrders) as Row[];
	const noteRows = store.all(creditNotes) as Row[];
	const paymentRows = store.all(payments) as Row[];
	const paymentsOn = new Map<number, Row[]>();
	for (const payment of paymentRows) {
		const others = paymentsOn.get(payment.orderId);
		if (others) others.push(payment);
		else paymentsOn.set(payment.orderId, [payment]);
	}
	const byReference = new Map(noteRows.map((note) => [String(note.reference), note]));
	const documents = orderRows
		.filter((order) => isDocument(order.reference))
		.map((order) => documentOf(order, byReference.get(`${order.reference}-CN`), created))
		.sort((a, b) => (a.order.reference < b.order.reference ? -1 : 1));
	return {
		orders: new Map(orderRows.map((row) => [row.id, row])),
		notes: new Map(noteRows.map((row) => [row.id, row])),
		payments: new Map(paymentRows.map((row) => [row.id, row])),
		paymentsOn,
		documents,
		listed: new Set(
			documents
				.filter((document) => document.live)
				.flatMap(({ remembered }) => remembered?.payments.map(([id]) => id) ?? []),
		),
		shownTotal({ total, currencyCode, currencyRate }) {
			const { foreignTotals, account } = settings();
			const abroad = currencyCode !== account.currencyCode && foreignTotals === 'home';
			return abroad ? inHomeCurrency(total, currencyRate, account.currencyCode) : total;
		},
	};
}

/** The documents that are not void. */
export function live({ documents }: Books): Document[] {
	return documents.filter((document) => document.live);
}

export function isDocument(reference: unknown): boolean {
	return /^BATCH-\d{6,}$/.test(String(reference));
}

/** A document, the credit note beside one, or what the account was tried out on: no sale of the merchant's. */
export function isOfBatch(reference: unknown): boolean {
	return /^BATCH-(\d{6,}(-CN)?|PROBE(-\d+)?)$/.test(String(reference));
}

export function isVoid(row: Row): boolean {
	return row.isVoid === true || row.status === 'VOID';
}

function documentOf(
	order: Row,
	note: Row | undefined,
	created: ReadonlyMap<number, Manifest>,
): Document {
	const manifest = manifestOf(order.internalComments);
	const remembered = created.get(order.id) ?? manifest;
	const holder = remembered?.kind === 'creditNote' ? note : order;
	const live = !isVoid(order);
	const visible = live && (isTaken(holder) || isHandedOver(order));
	return { order, manifest, remembered, note, live, visible };
}

/** Approved, dated and not withdrawn: accounting may take it. */
export function isTaken(row: Row | undefined): boolean {
	if (row?.status !== 'APPROVED' || dateOf(row) === null) return false;
	return importOf(row).status !== 'DoNotImport';
}

/** On its way to be booked elsewhere: from here on it may be. */
export function isHandedOver(order: Row): boolean {
	return order.stage === 'Ecommerce Batch To Confirm';
}

/** The JSON that begins a line of its own. */
export function manifestOf(comments: unknown): Manifest | null {
	const [, text] = /(?:^|\n)(\{.*\})\s*$/s.exec(String(comments ?? '')) ?? [];
	if (text === undefined) return null;
	try {
		const parsed = JSON.parse(text) as Manifest;
		const whole = Array.isArray(parsed.payments) && Array.isArray(parsed.orders);
		return whole && typeof parsed.total === 'string' ? parsed : null;
	} catch {
		return null;
	}
}

export function memberRow(books: Books, id: number, kind: 'S' | 'C'): Row | undefined {
	return (kind === 'S' ? books.orders : books.notes).get(id);
}

/** Whole minor units, or NaN where it is no such amount. */
export function minor(amount: unknown, currency: string): number {
	try {
		return Number(minorUnits(String(amount), currency));
	} catch {
		return Number.NaN;
	}
}

/** What Cin7 says of an order's way to accounting. */
export function importOf(row: Row): { status: string; date: string | null } {
	const { accountingImportStatus = 'NotImported', importDate = null } =
		row.accountingAttributes ?? {};
	return { status: accountingImportStatus, date: importDate };
}

export function dateOf(row: Row): string | null {
	return row.invoiceDate ?? row.creditNoteDate ?? null;
}
