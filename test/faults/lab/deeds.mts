// What other people, Cin7's own bot and its accounting sync do to the account in between, at the boundary of any call.
import type { PersonEdit } from '../../../sandbox/cin7/person.mts';
import type { Books, Row } from '../invariants/books.mts';
import { dateOf, importOf, isOfBatch, isVoid } from '../invariants/books.mts';
import type { Chance } from './chance.mts';

/** Who acts. */
export type Actor = 'person' | 'accounting' | 'cin7bot';

export interface Deed {
	/** For the call log. */
	text: string;
	edits: PersonEdit[];
	/** Fields that somebody typed, and that no run may write over once it could have seen them. */
	typed?: { resource: string; id: number; field: string; value: unknown }[];
}

type Doing = (books: Books, chance: Chance) => Deed | undefined;

/** What a person does, each with its weight. */
const people: [doing: Doing, weight: number][] = [
	[voidMember, 2],
	[editMemberTotal, 3],
	[setMemberToDraft, 1],
	[keepMemberOut, 1],
	[dateMember, 1],
	[refundMember, 2],
	[deleteMemberPayment, 2],
	[addPayment, 2],
	[changePayment, 2],
	[commentPayment, 2],
	[reconcilePayment, 3],
	[voidDocument, 3],
	[overwriteManifest, 1],
	[editDocumentTotal, 1],
	[payDocument, 1],
	[deleteDocumentPayment, 1],
];

/** Something that a person does now; undefined when what was drawn finds nothing to be done to. */
export function personDeed(books: Books, chance: Chance): Deed | undefined {
	return chance.weighted(people)(books, chance);
}

/** Cin7's own batching bot takes a payment or two that nobody has reconciled. */
export function cin7BotDeed(books: Books, chance: Chance): Deed | undefined {
	const open = memberPayments(books).filter((one) => !one.reconcileDate && !one.batchReference);
	if (open.length === 0) return undefined;
	const taken = open.filter(() => chance.odds(0.4)).slice(0, 2);
	if (taken.length === 0) taken.push(chance.pick(open));
	const set = { batchReference: 'NATIVE-1', reconcileDate: '2026-06-15T04:04:04Z' };
	return {
		text: `Cin7's own bot batches ${taken.map(({ id }) => id).join(', ')}`,
		edits: taken.map(({ id }) => ({ resource: 'Payments', id, set })),
		typed: taken.flatMap(({ id }) => [
			{ resource: 'Payments', id, field: 'batchReference', value: set.batchReference },
			{ resource: 'Payments', id, field: 'reconcileDate', value: set.reconcileDate },
		]),
	};
}

/** What the accounting sync takes when it comes by: whatever is approved, dated and still to be imported. */
export function importable(books: Books): { resource: 'SalesOrders' | 'CreditNotes'; row: Row }[] {
	const of = (resource: 'SalesOrders' | 'CreditNotes', rows: Iterable<Row>) =>
		[...rows]
			.filter((row) => row.status === 'APPROVED' && !isVoid(row) && dateOf(row) !== null)
			.filter((row) => importOf(row).status === 'NotImported' && importOf(row).date === null)
			.map((row) => ({ resource, row }));
	return [...of('SalesOrders', books.orders.values()), ...of('CreditNotes', books.notes.values())];
}

/** What a scenario's sales and refunds are paid by. */
function memberPayments({ payments }: Books): Row[] {
	return [...payments.values()].filter(({ orderRef }) => !isOfBatch(orderRef));
}

function memberOrders({ orders, notes }: Books): { resource: string; row: Row }[] {
	const found: { resource: string; row: Row }[] = [];
	for (const row of orders.values()) found.push({ resource: 'SalesOrders', row });
	for (const row of notes.values()) found.push({ resource: 'CreditNotes', row });
	return found.filter(({ row }) => !isOfBatch(row.reference) && !isVoid(row));
}

function anyOf<T>(list: T[], chance: Chance): T | undefined {
	return list.length === 0 ? undefined : chance.pick(list);
}

/** Sets fields of one record; what is set counts as typed. */
function typing(text: string, resource: string, id: number, set: Record<string, unknown>): Deed {
	const typed = Object.entries(set).map(([field, value]) => ({ resource, id, field, value }));
	return { text, edits: [{ resource, id, set }], typed };
}

function voidMember(books: Books, chance: Chance): Deed | undefined {
	const found = anyOf(memberOrders(books), chance);
	if (!found) return undefined;
	const { resource, row } = found;
	return {
		text: `a person makes ${row.reference} void`,
		edits: [{ resource, id: row.id, void: true }],
	};
}

function editMemberTotal(books: Books, chance: Chance): Deed | undefined {
	const found = anyOf(memberOrders(books), chance);
	if (!found) return undefined;
	const { resource, row } = found;
	const freightTotal = Number(row.freightTotal ?? 0) + 5;
	return typing(`a person adds freight to ${row.reference}`, resource, row.id, { freightTotal });
}

function setMemberToDraft(books: Books, chance: Chance): Deed | undefined {
	const found = anyOf(memberOrders(books), chance);
	if (!found) return undefined;
	const { resource, row } = found;
	return typing(`a person sets ${row.reference} back to a draft`, resource, row.id, {
		isApproved: false,
	});
}

function keepMemberOut(books: Books, chance: Chance): Deed | undefined {
	const open = memberOrders(books).filter(({ row }) => importOf(row).status === 'NotImported');
	const found = anyOf(open, chance);
	if (!found) return undefined;
	const { resource, row } = found;
	// Not counted as typed: nobody can tell it from what a batch writes itself.
	const set = { accountingAttributes: { accountingImportStatus: 'DoNotImport' } };
	return {
		text: `a person sets ${row.reference} to Do Not Import`,
		edits: [{ resource, id: row.id, set }],
	};
}

function dateMember(books: Books, chance: Chance): Deed | undefined {
	const found = anyOf(
		memberOrders(books).filter(({ row }) => dateOf(row) === null),
		chance,
	);
	if (!found) return undefined;
	const { resource, row } = found;
	const field = resource === 'SalesOrders' ? 'invoiceDate' : 'creditNoteDate';
	return typing(`a person dates ${row.reference}`, resource, row.id, {
		[field]: '2026-06-15T05:05:05Z',
	});
}

/** As Cin7 refunds: a credit note of its own, paid out now. */
function refundMember(books: Books, chance: Chance): Deed | undefined {
	const sales = memberOrders(books).filter(({ resource }) => resource === 'SalesOrders');
	const found = anyOf(sales, chance);
	if (!found) return undefined;
	const { row } = found;
	return {
		text: `a person pays back 1.00 on ${row.reference}`,
		edits: [
			{
				resource: 'Payments',
				set: { orderId: row.id, amount: -1, method: 'PayPal', isAuthorized: true },
			},
		],
	};
}

function deleteMemberPayment(books: Books, chance: Chance): Deed | undefined {
	const payment = anyOf(memberPayments(books), chance);
	if (!payment) return undefined;
	const { id, orderRef } = payment;
	return {
		text: `a person deletes payment ${id} of ${orderRef}`,
		edits: [{ resource: 'Payments', id, delete: true }],
	};
}

function addPayment(books: Books, chance: Chance): Deed | undefined {
	const found = anyOf(memberOrders(books), chance);
	if (!found) return undefined;
	const set = {
		orderId: found.row.id,
		amount: 2.5,
		method: 'Stripe',
		isAuthorized: true,
		paymentDate: '2026-06-15T03:00:00Z',
	};
	return {
		text: `a person adds a payment to ${found.row.reference}`,
		edits: [{ resource: 'Payments', set }],
	};
}

function changePayment(books: Books, chance: Chance): Deed | undefined {
	const payment = anyOf(memberPayments(books), chance);
	if (!payment) return undefined;
	const set = chance.pick<Record<string, unknown>>([
		{ amount: Number(payment.amount) + 1 },
		{ method: 'Bank' },
		{ isAuthorized: false },
	]);
	const what = Object.keys(set)[0];
	return typing(`a person changes ${what} of payment ${payment.id}`, 'Payments', payment.id, set);
}

function commentPayment(books: Books, chance: Chance): Deed | undefined {
	const payment = anyOf(memberPayments(books), chance);
	if (!payment) return undefined;
	const comments = `Asked ${chance.int(1, 99)} times`;
	return typing(`a person comments on payment ${payment.id}`, 'Payments', payment.id, { comments });
}

function reconcilePayment(books: Books, chance: Chance): Deed | undefined {
	const payment = anyOf(memberPayments(books), chance);
	if (!payment) return undefined;
	return typing(`a person reconciles payment ${payment.id} by hand`, 'Payments', payment.id, {
		reconcileDate: '2026-06-14T22:22:22Z',
	});
}

function liveDocument(books: Books, chance: Chance) {
	return anyOf(
		books.documents.filter(({ live }) => live),
		chance,
	)?.order;
}

function voidDocument(books: Books, chance: Chance): Deed | undefined {
	const order = liveDocument(books, chance);
	if (!order) return undefined;
	return {
		text: `a person makes ${order.reference} void`,
		edits: [{ resource: 'SalesOrders', id: order.id, void: true }],
	};
}

function overwriteManifest(books: Books, chance: Chance): Deed | undefined {
	const order = liveDocument(books, chance);
	if (!order) return undefined;
	const internalComments = 'tidied up';
	return typing(`a person overwrites ${order.reference}'s comments`, 'SalesOrders', order.id, {
		internalComments,
	});
}

function editDocumentTotal(books: Books, chance: Chance): Deed | undefined {
	const order = liveDocument(books, chance);
	if (!order) return undefined;
	return typing(`a person adds freight to ${order.reference}`, 'SalesOrders', order.id, {
		freightTotal: 1,
	});
}

function payDocument(books: Books, chance: Chance): Deed | undefined {
	const order = liveDocument(books, chance);
	if (!order) return undefined;
	const set = { orderId: order.id, amount: 1, method: 'PayPal', isAuthorized: true };
	return {
		text: `a person adds a payment to ${order.reference}`,
		edits: [{ resource: 'Payments', set }],
	};
}

function deleteDocumentPayment(books: Books, chance: Chance): Deed | undefined {
	const own = [...books.payments.values()].filter(({ orderRef }) => isOfBatch(orderRef));
	const payment = anyOf(own, chance);
	if (!payment) return undefined;
	return {
		text: `a person deletes the payment of ${payment.orderRef}`,
		edits: [{ resource: 'Payments', id: payment.id, delete: true }],
	};
}
