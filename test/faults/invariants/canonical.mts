// The account without what may differ from one way there to another: numbers and ids given on the way, when things were
// written, who claimed them. Two accounts that are the same to an accountant have the same text.
import type { Books, Document, Row } from './books.mts';
import { dateOf, isOfBatch } from './books.mts';

/**
 * One fact to a line, sorted.
 * @param numbered with the numbers of the documents, where even those are to be the same
 */
export function canonical(books: Books, numbered = false): string[] {
	const names = new Map<string, string>();
	// One whose list Cin7 dropped when it was created has no members, and waits for a person to make it void.
	const live = books.documents.filter(
		({ live: isLive, manifest, remembered }) => isLive && (manifest ?? remembered) !== null,
	);
	for (const { order, remembered } of live) {
		const members = (remembered?.payments ?? []).map(([id]) => id).sort((a, b) => a - b);
		names.set(order.reference, numbered ? order.reference : `batch of ${members.join('+')}`);
	}
	const rename = (text: unknown) =>
		String(text ?? '').replace(/BATCH-\d{6,}/g, (reference) => names.get(reference) ?? 'no batch');
	const shared = sharedOrders(live);
	const facts: string[] = [];
	const state = (what: string, facing: Record<string, unknown>) => {
		for (const [field, value] of Object.entries(facing)) {
			const told = typeof value === 'string' ? rename(value) : JSON.stringify(value ?? null);
			if (told !== '' && told !== 'null') facts.push(`${what}: ${field} ${told}`);
		}
	};
	for (const { order, note, manifest } of live) {
		const name = rename(order.reference);
		const { claim, fingerprint, account, number, ...said } = (manifest ?? {}) as Record<
			string,
			unknown
		>;
		void [claim, fingerprint, account, number];
		// What an order in two batches was before either is known to the one that was claimed first.
		const orders = (manifest?.orders ?? []).map((entry) =>
			shared.has(entry[0]) ? entry.slice(0, 3) : entry,
		);
		state(name, { ...documentFacts(order), ...said, orders });
		if (note) state(`${name}, credit note`, documentFacts(note));
		for (const holder of [order, note]) {
			for (const payment of (holder && books.paymentsOn.get(holder.id)) ?? []) {
				state(`${name}, payment`, paymentFacts(payment));
			}
		}
	}
	for (const row of [...books.orders.values(), ...books.notes.values()]) {
		if (!isOfBatch(row.reference)) state(row.reference, orderFacts(row));
	}
	for (const row of books.payments.values()) {
		if (!isOfBatch(row.orderRef)) state(`payment ${row.id}`, paymentFacts(row));
	}
	return facts.sort();
}

/** What an account says of members, whatever batches they are in. */
export function membersAlone(facts: string[]): string[] {
	return facts
		.filter((fact) => !fact.startsWith('batch of'))
		.map((fact) => fact.replace(/batch of [\d+]+/g, 'a batch'));
}

/** Orders that several of the documents list. */
function sharedOrders(documents: Document[]): Set<number> {
	const seen = new Set<number>();
	const shared = new Set<number>();
	for (const [id] of documents.flatMap(({ manifest }) => manifest?.orders ?? [])) {
		if (seen.has(id)) shared.add(id);
		seen.add(id);
	}
	return shared;
}

function documentFacts(row: Row): Record<string, unknown> {
	const { currencyRate, branchId, memberId, stage, completedDate, dispatchedDate } = row;
	const lines = (row.lineItems as Row[]).map(
		({ name, code, qty, unitPrice, taxRate, accountCode, discount }) =>
			[name, code, qty, unitPrice, taxRate, accountCode, discount].join(' | '),
	);
	return {
		...orderFacts(row),
		lines: lines.join('; '),
		currencyRate,
		branchId,
		memberId,
		stage,
		completedDate,
		dispatchedDate,
		logisticsStatus: row.logisticsStatus,
	};
}

function orderFacts(row: Row): Record<string, unknown> {
	const { status, total, currencyCode, accountingAttributes } = row;
	return { status, total, currencyCode, date: dateOf(row), accountingAttributes };
}

function paymentFacts(row: Row): Record<string, unknown> {
	const { orderRef, amount, method, isAuthorized, paymentDate, reconcileDate, comments } = row;
	const { batchReference, transactionRef } = row;
	return {
		orderRef,
		amount,
		method,
		isAuthorized,
		paymentDate,
		reconcileDate,
		comments,
		batchReference,
		transactionRef,
	};
}
