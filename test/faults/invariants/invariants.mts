// What must be so when the faults have ceased and clean runs have put the account in order; each with the sentence that
// somebody who keeps books would say. Nothing here knows how batches are made.
import { taxPerRate } from '../../../sandbox/cin7/money/taxPerRate.mts';
import type { Outcome } from '../lab/experiment.mts';
import { faultsOf, valueFaults } from './approval.mts';
import type { Books, Document, Row } from './books.mts';
import { importOf, isOfBatch, isVoid, memberRow } from './books.mts';
import { canonical } from './canonical.mts';

export interface Case {
	outcome: Outcome;
	/** After the last clean run. */
	books: Books;
	/** Only processes, crashes and technical faults took part: then the account is to be as after one plain run. */
	expected?: string[];
}

export interface Invariant {
	name: string;
	sentence: string;
	/** What does not hold, in words; none when it holds. */
	broken(given: Case): string[];
}

/** Held at every moment, by lab/watch.mts. */
export const alwaysHeld = {
	once: 'Accounting never sees two batches that list the same payment.',
	approval:
		'What is approved is, at that moment, what its members are, unless a person changed them after the last look.',
	value: 'What accounting takes has exactly its value, in its lines and in one payment.',
	voidAfterImport: 'What accounting has taken is never made void by a run.',
	typed: 'What a person typed is not written over by a run that could have seen it.',
	endless: 'A run comes to its end.',
} as const;

/** Errors whose message is written for the person at the screen. */
const wordyErrors = ['Cin7Failure', 'DocumentNotKept', 'AccountUnfit', 'ProbeRefused'];

/** Held at the end. */
export const invariants: readonly Invariant[] = [
	{
		name: 'listedOnce',
		sentence: 'Each payment is in at most one live manifest.',
		broken({ books }) {
			const first = new Map<number, string>();
			return live(books).flatMap(({ order, manifest }) =>
				(manifest?.payments ?? []).flatMap(([id]) => {
					const other = first.get(id);
					first.set(id, other ?? order.reference);
					return other === undefined ? [] : [`payment ${id} is in ${other} and ${order.reference}`];
				}),
			);
		},
	},
	{
		name: 'finished',
		sentence: 'No batch is left half done, but those that a person has to look at and is told of.',
		broken: ({ books, outcome }) =>
			live(books)
				.filter(({ order, note, manifest }) => {
					const whole = manifest?.kind !== 'creditNote' || note?.status === 'APPROVED';
					return order.status !== 'APPROVED' || !whole;
				})
				.filter((document) => !inSomebodysHands(document, outcome))
				.map(({ order }) => `${order.reference} is ${order.status}`),
	},
	{
		name: 'value',
		sentence: "A live batch's lines, total, manifest and one payment come to the same amount.",
		broken: ({ books, outcome }) =>
			live(books).flatMap((document) => {
				const { manifest } = document;
				if (manifest === null || inSomebodysHands(document, outcome)) return [];
				return valueFaults(document, manifest, books, true)
					.filter(({ records }) => !outcome.watch.touchedByPeople(records))
					.map(({ what }) => what);
			}),
	},
	{
		name: 'members',
		sentence: 'Every member of a live batch is marked, and what the batch takes it to be.',
		broken: ({ books, outcome }) =>
			live(books).flatMap((document) =>
				faultsOf(document, books, true)
					.filter(({ records }) => !outcome.watch.touchedByPeople(records))
					.filter(() => !inSomebodysHands(document, outcome))
					.map(({ what }) => what),
			),
	},
	{
		name: 'tax',
		sentence: 'The tax of the batches is that of their members, rate by rate.',
		broken({ books, outcome }) {
			if (outcome.watch.done.length > 0) return [];
			return difference(taxOf(wholeOrders(books), 1), taxOf(holders(books), -1));
		},
	},
	{
		name: 'voidIsEmpty',
		sentence: 'A void batch has no payment that was made for it.',
		broken: ({ books, outcome }) =>
			books.documents
				.filter((document) => !document.live)
				.flatMap(({ order, note }) => [order, ...(note ? [note] : [])])
				.flatMap((holder) => books.paymentsOn.get(holder.id) ?? [])
				.filter(({ id, transactionRef }) => {
					const ours = String(transactionRef ?? '').startsWith('BATCH-');
					return ours && !outcome.watch.touchedByPeople([`Payments:${id}`]);
				})
				.map(({ id, orderRef }) => `payment ${id} is left on ${orderRef}, which is void`),
	},
	{
		name: 'marks',
		sentence: 'What a run marked belongs to a live batch, or was so before.',
		broken: ({ books, outcome }) => [
			...strayPayments(books, outcome),
			...strayOrders(books, outcome),
		],
	},
	{
		name: 'tryingOut',
		sentence:
			'What was tried out leaves no payment behind, and nothing that accounting could take.',
		broken: ({ books }) =>
			[...books.orders.values()]
				.filter(({ reference }) => String(reference).startsWith('BATCH-PROBE'))
				.flatMap(({ id, reference, status }) => [
					...(status === 'DRAFT' || status === 'VOID' ? [] : [`${reference} is ${status}`]),
					...(books.paymentsOn.get(id) ?? []).map((paid) => `${reference} has payment ${paid.id}`),
				]),
	},
	{
		name: 'accounting',
		sentence: 'Accounting has no payment twice: not in two batches, not by itself and in a batch.',
		broken: ({ outcome, books }) => takenTwice(outcome, books),
	},
	{
		name: 'nobodyForgotten',
		sentence: 'Every payment that was due, and that nobody touched, is in a finished batch.',
		broken({ books, outcome }) {
			const batched = new Set(
				live(books).flatMap(({ manifest }) => manifest?.payments.map(([id]) => id) ?? []),
			);
			const tied = touchedOrders(outcome);
			return [...outcome.before.payments.values()]
				.filter((payment) => !batched.has(payment.id) && !payment.reconcileDate)
				.filter(({ id }) => outcome.account.due?.has(id) ?? true)
				.filter(({ orderId }) => !tied.has(orderId) && !wasImported(orderId, outcome))
				.map(({ id, orderRef }) => `payment ${id} of ${orderRef} is in no batch`);
		},
	},
	{
		name: 'told',
		sentence: 'A clean run gives to people only what a person has changed.',
		broken: ({ outcome }) =>
			outcome.rounds[1].reports.flatMap(({ told, refusals, leftOver }) => [
				...refusals.map((text) => `refused: ${text}`),
				...(leftOver > 0 ? [`${leftOver} batches were not got to`] : []),
				...told
					.filter(({ reference }) => !concernsPeople(reference, outcome))
					.map(({ why }) => `told: ${why}`),
			]),
	},
	{
		name: 'clean',
		sentence: 'A clean run does not give up.',
		broken: ({ outcome }) =>
			outcome.rounds.flatMap(({ thrown }) =>
				thrown.map((why) => `a clean run threw ${String(why)}`),
			),
	},
	{
		name: 'words',
		sentence: 'A run that gives up says why in words for a person.',
		broken: ({ outcome }) =>
			[...outcome.results].flatMap(([name, result]) => {
				if (result === 'killed' || !('thrown' in result)) return [];
				const thrown = result.thrown as Error;
				if (wordyErrors.includes(thrown?.name)) return [];
				return [`${name} threw ${thrown?.stack ?? String(thrown)}`];
			}),
	},
	{
		name: 'rest',
		sentence: 'When all is in order, another run writes nothing.',
		broken: ({ outcome }) => {
			const [first, second] = outcome.rounds;
			if (second.writes === 0 || first.writes === 0) return [];
			const inOrder = canonical(first.books).join('\n') === canonical(second.books).join('\n');
			return inOrder
				? [`the second clean run wrote ${second.writes} times, and changed nothing`]
				: [];
		},
	},
	{
		name: 'sameBooks',
		sentence: 'After crashes and faults alone the account is as one undisturbed run leaves it.',
		broken({ books, expected }) {
			if (!expected) return [];
			const now = canonical(books);
			return [
				...expected.filter((line) => !now.includes(line)).map((line) => `missing: ${line}`),
				...now.filter((line) => !expected.includes(line)).map((line) => `instead: ${line}`),
			];
		},
	},
];

function live({ documents }: Books): Document[] {
	return documents.filter((document) => document.live);
}

/**
 * A person changed the document, its credit note or payment, or a member of it, and the last run says so. Documents that
 * share an order wait for one another.
 */
function inSomebodysHands(document: Document, outcome: Outcome): boolean {
	const told = new Set(
		outcome.rounds[1].reports.flatMap((report) => report.told.map(({ reference }) => reference)),
	);
	return tiedTo(document, outcome.rounds[1].books).some(
		({ order }) => told.has(order.reference) && concernsPeople(order.reference, outcome),
	);
}

function tiedTo(document: Document, books: Books): Document[] {
	const tied = new Set([document]);
	const orders = new Set<number>();
	for (const one of tied) {
		for (const [id] of one.remembered?.orders ?? []) orders.add(id);
		for (const other of live(books)) {
			if (other.remembered?.orders.some(([id]) => orders.has(id))) tied.add(other);
		}
	}
	return [...tied];
}

function concernsPeople(reference: string, outcome: Outcome): boolean {
	const document = outcome.rounds[1].books.documents.find(
		({ order }) => order.reference === reference,
	);
	if (!document) return false;
	const { order, note, remembered } = document;
	return outcome.watch.touchedByPeople([
		`SalesOrders:${order.id}`,
		`CreditNotes:${note?.id ?? 0}`,
		`Payments on ${order.id}`,
		`Payments on ${note?.id ?? 0}`,
		...(remembered?.payments ?? []).map(([id]) => `Payments:${id}`),
		...(remembered?.orders ?? []).flatMap(([id, kind]) => [
			`${kind === 'S' ? 'SalesOrders' : 'CreditNotes'}:${id}`,
			`Payments on ${id}`,
		]),
	]);
}

/** Orders that somebody other than a run has changed, or whose payments, with all that is tied to them. */
function touchedOrders({ watch, before }: Outcome): Set<number> {
	const touched = new Set<number>();
	for (const { records } of watch.done) {
		for (const record of records) {
			const [kind, id] = record.split(/:| on /);
			const number = Number(id);
			if (record.startsWith('Payments:')) touched.add(before.payments.get(number)?.orderId ?? 0);
			else touched.add(number);
			// A document's members: what becomes of them is a person's affair as well.
			for (const [orderId] of watch.manifests.get(number)?.orders ?? []) {
				if (kind === 'SalesOrders') touched.add(orderId);
			}
		}
	}
	return touched;
}

function wasImported(orderId: number, { watch }: Outcome): boolean {
	return watch.imports.some(({ record }) => record.endsWith(`:${orderId}`));
}

function strayPayments(books: Books, { before, watch }: Outcome): string[] {
	const listed = new Set(
		live(books).flatMap(({ remembered }) => remembered?.payments.map(([id]) => id) ?? []),
	);
	return [...books.payments.values()]
		.filter(({ id, orderRef }) => !isOfBatch(orderRef) && !listed.has(id))
		.flatMap(({ id, reconcileDate, comments }) => {
			if (watch.touchedByPeople([`Payments:${id}`])) return [];
			const was = before.payments.get(id);
			const found: string[] = [];
			if ((reconcileDate ?? null) !== (was?.reconcileDate ?? null)) {
				found.push(`payment ${id} is reconciled ${reconcileDate}, and in no live batch`);
			}
			if (String(comments ?? '').startsWith('BATCH-')) {
				found.push(`payment ${id} says "${comments}", and is in no live batch`);
			}
			return found;
		});
}

function strayOrders(books: Books, { before, watch }: Outcome): string[] {
	const listed = new Set(
		live(books).flatMap(
			({ remembered }) => remembered?.orders.map(([id, kind]) => `${kind}${id}`) ?? [],
		),
	);
	const found: string[] = [];
	for (const [kind, rows, was] of [
		['S', books.orders, before.orders],
		['C', books.notes, before.notes],
	] as const) {
		for (const [id, row] of rows) {
			if (isOfBatch(row.reference) || listed.has(`${kind}${id}`)) continue;
			const resource = kind === 'S' ? 'SalesOrders' : 'CreditNotes';
			if (isVoid(row) || watch.touchedByPeople([`${resource}:${id}`])) continue;
			const status = importOf(was.get(id) ?? row).status;
			if (importOf(row).status === 'DoNotImport' && status !== 'DoNotImport') {
				found.push(`order ${row.reference} is DoNotImport, and in no live batch`);
			}
			const date = (one: Row | undefined) => one?.invoiceDate ?? one?.creditNoteDate ?? null;
			if (date(row) !== date(was.get(id))) {
				found.push(`order ${row.reference} is dated ${date(row)}, and in no live batch`);
			}
		}
	}
	return found;
}

/** Counts what accounting was given, payment by payment; what a person took out of it again does not count. */
function takenTwice({ watch }: Outcome, books: Books): string[] {
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

/** Orders of which every payment is in a live batch, each once. */
function wholeOrders(books: Books): { row: Row; sign: number }[] {
	const members = new Map<string, { row: Row; sign: number }>();
	for (const { manifest } of live(books)) {
		for (const [id, kind] of manifest?.orders ?? []) {
			const row = memberRow(books, id, kind);
			if (row) members.set(`${kind}${id}`, { row, sign: kind === 'S' ? 1 : -1 });
		}
	}
	return [...members.values()];
}

function holders(books: Books): { row: Row; sign: number }[] {
	return live(books).flatMap(({ order, note, manifest }) => {
		if (manifest?.kind !== 'creditNote') return [{ row: order, sign: 1 }];
		return note ? [{ row: note, sign: -1 }] : [];
	});
}

/** Tenths of a cent and less do not occur: amounts in whole thousandths. */
function taxOf(rows: { row: Row; sign: number }[], way: 1 | -1): Map<string, number> {
	const taxes = new Map<string, number>();
	for (const { row, sign } of rows) {
		for (const { rate, tax } of taxPerRate(row as never)) {
			const key = `${row.currencyCode} ${rate} %`;
			const amount = Math.round(Math.abs(Number(tax)) * 1000) * Math.sign(Number(tax)) * sign * way;
			taxes.set(key, (taxes.get(key) ?? 0) + amount);
		}
	}
	return taxes;
}

function difference(due: Map<string, number>, shown: Map<string, number>): string[] {
	return [...new Set([...due.keys(), ...shown.keys()])].flatMap((rate) => {
		const left = (due.get(rate) ?? 0) + (shown.get(rate) ?? 0);
		return left === 0 ? [] : [`the tax at ${rate} is off by ${left / 1000}`];
	});
}
