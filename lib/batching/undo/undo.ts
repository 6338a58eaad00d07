/**
 * Undo Batch: the document is made void first, which frees its payments; then its members become what they were, as far
 * as nobody changed them since. What accounting may have is not undone. Every step can be repeated: an Undo that was
 * broken off goes on when it is run again, or with the next Run of any bot.
 */
import type { Cin7Client } from '../../cin7/client';
import { salesOrders } from '../../cin7/resources';
import { and, compare, contains } from '../../cin7/where';
import { isAmong, logOf, withOrders, type BatchLog, type LoggedDocument } from '../log';
import { documentFields, documentsOf, referenceKey } from '../readLog';
import { documentReferences } from '../reference';
import { findCreditNotes } from '../run/payDocuments';
import { releaseDocuments, tiedByOrders, type Released } from '../run/release';
import { plural } from '../../text/words';
import { whyNotUndone } from './whyNotUndone';

export interface UndoOptions {
	/** A person says that accounting has nothing of these batches any more. */
	removedFromAccounting: boolean;
}

export interface Undone {
	reference: string;
	/** `waiting`: void, and its members are given back once a person has done what `message` says. */
	outcome: 'undone' | 'waiting' | 'refused';
	/** Sentences: what happened, and what is to be done by hand. */
	message: string;
	/** How many of its members were given back just now. */
	payments: number;
	orders: number;
	document: LoggedDocument | null;
}

/**
 * Undoes batches, each with a result, in the order given.
 * @param references such as `BATCH-000123`
 * @throws Cin7Failure when Cin7 cannot be asked; what was void by then stays void, and Undo can be run again
 */
export async function undoBatches(
	client: Cin7Client,
	references: string[],
	options: UndoOptions,
): Promise<Undone[]> {
	const asked = await documentsOf(client, references);
	const log = await readAround(client, [...asked.values()]);
	const documents = [...asked.values()];
	const notes = await findCreditNotes(client, documents);
	const refusals = new Map<string, string>();
	for (const reference of references) {
		const document = asked.get(referenceKey(reference));
		const why = whyNotUndone(
			reference,
			document,
			document && notes.get(document.order.reference),
			options,
		);
		if (why !== null) refusals.set(referenceKey(reference), why);
	}
	refuseHalves(documents, refusals, log);
	const leaving = documents.filter(({ order }) => !refusals.has(referenceKey(order.reference)));
	const which = options.removedFromAccounting ? 'handedOverToo' : 'approvedToo';
	const released = await releaseDocuments(client, leaving, log, which);
	return references.map((reference) =>
		resultOf(reference, asked.get(referenceKey(reference)), refusals, released),
	);
}

/** The log from the first of these documents on, and what was claimed together with them. */
async function readAround(client: Cin7Client, documents: LoggedDocument[]): Promise<BatchLog> {
	const log = logOf(documents.map(({ order }) => order));
	if (documents.length === 0) return log;
	const lowest = documents.reduce((id, { order }) => Math.min(id, order.id), Infinity);
	const later = and(documentReferences, compare('id', '>', lowest));
	let whole = withOrders(
		log,
		await client.all(salesOrders, { where: later, fields: documentFields }),
	);
	for (const claim of new Set(documents.flatMap(({ manifest }) => manifest?.claim ?? []))) {
		const where = and(documentReferences, contains('internalComments', `"claim":"${claim}"`));
		whole = withOrders(whole, await client.all(salesOrders, { where, fields: documentFields }));
	}
	return whole;
}

/** An order is batched whole or not at all: batches that share one are undone together. */
function refuseHalves(
	documents: LoggedDocument[],
	refusals: Map<string, string>,
	log: BatchLog,
): void {
	const live = log.documents.filter((document) => document.live && document.manifest?.whole);
	for (let before = -1; before !== refusals.size; ) {
		before = refusals.size;
		const leaving = documents.filter(({ order }) => !refusals.has(referenceKey(order.reference)));
		for (const document of leaving) {
			if (!document.live || !document.manifest?.whole) continue;
			const others = tiedByOrders([document], live)
				.filter((other) => !isAmong(leaving, other))
				.map(({ order }) => order.reference);
			if (others.length === 0) continue;
			const { reference } = document.order;
			refusals.set(
				referenceKey(reference),
				`${reference} shares orders with ${others.join(', ')}, and an order is batched whole or not at all. Undo them together.`,
			);
		}
	}
}

function resultOf(
	reference: string,
	document: LoggedDocument | undefined,
	refusals: Map<string, string>,
	released: Released,
): Undone {
	const refusal = refusals.get(referenceKey(reference));
	const none = { reference, payments: 0, orders: 0, document: document ?? null };
	if (refusal !== undefined || !document) {
		return { ...none, outcome: 'refused', message: refusal ?? `There is no batch ${reference}.` };
	}
	const findings = released.findings.filter((finding) => isAmong([finding.document], document));
	const told = findings.map(({ why }) => why);
	if (!isAmong(released.gone, document)) {
		const isVoid = findings.some((finding) => !finding.document.live);
		return {
			...none,
			outcome: isVoid ? 'waiting' : 'refused',
			message: [...told, 'Then undo it again.'].join(' '),
		};
	}
	const given = {
		payments: count(document.manifest?.payments, released.restored.payments),
		orders: count(document.manifest?.orders, released.restored.orders),
	};
	const left = [...released.heldBack].filter((id) =>
		document.manifest?.payments.some(([paymentId]) => paymentId === id),
	).length;
	const nothing = given.payments + given.orders + left === 0;
	const message = [
		nothing
			? `${document.order.reference} is void, and nothing of its payments and orders is left to be given back.`
			: `${document.order.reference} is void. ${plural(given.payments, 'payment')} and ${plural(given.orders, 'order')} are as they were before the batch.`,
		...(left > 0 ? [`${left} of its payments are in a newer batch and stay there.`] : []),
		...told,
	].join(' ');
	return { ...none, outcome: 'undone', message, ...given };
}

function count(
	entries: readonly (readonly [number, ...unknown[]])[] | undefined,
	ids: ReadonlySet<number>,
): number {
	return (entries ?? []).filter(([id]) => ids.has(id)).length;
}
