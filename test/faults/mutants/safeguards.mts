// What keeps every payment in exactly one batch, each with the one line that is taken out, the experiments that are tried
// then, and what must be found to be broken.
import { editDocumentTotal } from '../lab/deeds/onDocuments.mts';
import { editMemberTotal } from '../lab/deeds/onOrders.mts';
import { reconcilePayment } from '../lab/deeds/onPayments.mts';
import type { Experiment } from '../lab/experiment.mts';
import type { Cut, Lab } from './labWithout.mts';
import type { Search } from './searches.mts';
import { atEveryMoment, losingFields, schedulesOf, seedsOf, undoing } from './searches.mts';

export interface Safeguard {
	name: string;
	/** The line of the package that is taken out. */
	cut?: Cut;
	/** Or what weakens Cin7 itself. */
	weaken?: (lab: Lab) => Partial<Experiment>;
	/** The invariant that is broken then. */
	finds: string;
	search: Search;
}

/** A Cin7 that takes a reference as often as it is given. */
function referencesTwice(lab: Lab): Partial<Experiment> {
	return {
		reach(cin7) {
			cin7.store.take = () => true;
			return lab.world.directly(cin7);
		},
	};
}

/** The first document of the quick one is refused, so that its number stays free. */
const aRowIsRefused: Experiment['trouble'] = (process, { method, path }) =>
	process === 'quick' && method === 'POST' && path === 'SalesOrders'
		? { kind: 'effect', effect: { type: 'rowFailure', index: 0 } }
		: undefined;

export const safeguards: readonly Safeguard[] = [
	{
		name: 'unique numbers',
		finds: 'once',
		weaken: referencesTwice,
		search: seedsOf('faults'),
	},
	{
		name: 'drafts are read back to the letter',
		cut: {
			file: 'batching/run/claim.ts',
			line: 'notAsSent(document, plan)',
			instead: 'null as string | null',
		},
		finds: 'members',
		search: losingFields,
	},
	{
		name: 'a payment belongs to the first live document that lists it',
		cut: {
			file: 'batching/run/claim.ts',
			line: 'owner.get(paymentId)?.order.id !== order.id',
			instead: 'false',
		},
		finds: 'once',
		// The first number of the slow one is taken by then, its second is not.
		search: schedulesOf(['Stripe'], ['PayPal', 'Stripe']),
	},
	{
		name: 'no gaps below a document',
		cut: {
			file: 'batching/log.ts',
			line: 'if (!taken.has(number) && !log.takenElsewhere.has(number)) missing.push(number);',
			instead: '',
		},
		finds: 'once',
		// What the slow one puts under the free number, the quick one has in its second document.
		search: schedulesOf(['PayPal', 'Stripe'], ['Stripe'], aRowIsRefused),
	},
	{
		name: 'members are checked again before a batch is approved',
		cut: {
			file: 'batching/run/complete.ts',
			line: '...checkMembers(documents, members, log.documents),',
			instead: '',
		},
		finds: 'approval',
		search: atEveryMoment(editMemberTotal),
	},
	{
		name: 'documents are checked again before they are approved',
		cut: {
			file: 'batching/run/complete.ts',
			line: '...(await checkDocuments(client, documents)),',
			instead: '',
		},
		finds: 'approval',
		search: atEveryMoment(editDocumentTotal),
	},
	{
		name: 'what Cin7 answered with 500, or not at all, is read back: here it is taken as not done',
		cut: {
			file: 'batching/run/claim.ts',
			line: 'manifest ? manifest.claim === claim : ids.has(order.id)',
			instead: 'ids.has(order.id)',
		},
		finds: 'unsaid',
		search: seedsOf('faults'),
	},
	{
		name: 'a document is void before its members are given back',
		cut: {
			file: 'batching/run/release.ts',
			line: 'const { gone, staying } = await voidDocuments(client, documents, which);',
			instead: `await restoreMembers(client, documents, log);
				const { gone, staying } = await voidDocuments(client, documents, which);`,
		},
		finds: 'accounting',
		search: undoing,
	},
	{
		name: "a document's payment is looked for before it is made",
		cut: {
			file: 'batching/run/payDocuments.ts',
			line: 'const existing = await findPayments(client, holders);',
			instead: 'const existing = new Map<number, Payment[]>();',
		},
		finds: 'value',
		search: seedsOf('crashes and faults'),
	},
	{
		name: 'of two readings of a payment the later one counts',
		cut: {
			file: 'batching/reading.ts',
			line: 'await readOtherPayments(client, orderIds, since, until);',
			instead:
				'(await readOtherPayments(client, orderIds, since, until)).filter((one) => !found.some(({ id }) => id === one.id));',
		},
		finds: 'typed',
		search: atEveryMoment(reconcilePayment),
	},
];
