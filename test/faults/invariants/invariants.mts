// What must be so when the faults have ceased and clean runs have put the account in order; each with the sentence that
// somebody who keeps books would say. Nothing here knows how batches are made.
import type { Outcome } from '../lab/experiment.mts';
import { takenTwice } from './accounting.mts';
import { faultsOf, valueFaults } from './approval.mts';
import type { Books } from './books.mts';
import { importOf, live } from './books.mts';
import { canonical, membersAlone } from './canonical.mts';
import {
	concernsPeople,
	inSomebodysHands,
	touchedOrders,
	waitingMembers,
	wasImported,
} from './people.mts';
import { strayOrders, strayPayments } from './strays.mts';
import { taxDifference } from './tax.mts';
import { leftByTrying } from './tryingOut.mts';

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
	unsaid:
		'A run that comes to its end has finished what it made, given it back, or says what is left.',
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
					const isNote = manifest?.kind === 'creditNote' && manifest.posting !== 'external';
					const whole = !isNote || note?.status === 'APPROVED';
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
			return taxDifference(books);
		},
	},
	{
		name: 'voidIsEmpty',
		sentence: 'A void batch has no payment that was made for it.',
		broken: ({ books, outcome }) =>
			books.documents
				.filter((document) => !document.live)
				.flatMap(({ order, note }) => [order, ...(note ? [note] : [])])
				// What accounting took in the same moment waits for a person, as it is.
				.filter((holder) => importOf(holder).date === null)
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
			'What was tried out leaves nothing that accounting could take: a cent at most, on a draft, and not authorised.',
		broken: ({ books }) => leftByTrying(books),
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
			const waiting = waitingMembers(outcome).payments;
			return [...outcome.before.payments.values()]
				.filter((payment) => !batched.has(payment.id) && !payment.reconcileDate)
				.filter(({ id }) => !waiting.has(id))
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
					.filter(({ reference }) => !concernsPeople(reference, outcome, true))
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
			// What is left of trying out has no line of its own.
			const inOrder =
				first.books.payments.size === second.books.payments.size &&
				canonical(first.books).join('\n') === canonical(second.books).join('\n');
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
			// While a batch is let go, another run may find part of its payments open, and batch those first.
			const isLetGo = books.documents.some(
				({ live, remembered }) => !live && remembered?.payments.length,
			);
			const facts = isLetGo ? membersAlone : (lines: string[]) => lines;
			const [due, now] = [facts(expected), facts(canonical(books))];
			return [
				...due.filter((line) => !now.includes(line)).map((line) => `missing: ${line}`),
				...now.filter((line) => !due.includes(line)).map((line) => `instead: ${line}`),
			];
		},
	},
];
