// What a person does to a batch document, or to its payment.
import type { Books } from '../../invariants/books.mts';
import { isOfBatch } from '../../invariants/books.mts';
import type { Chance } from '../chance.mts';
import type { Deed } from './record.mts';
import { anyOf, typing } from './record.mts';

function liveDocument(books: Books, chance: Chance) {
	return anyOf(
		books.documents.filter(({ live }) => live),
		chance,
	)?.order;
}

export function voidDocument(books: Books, chance: Chance): Deed | undefined {
	const order = liveDocument(books, chance);
	if (!order) return undefined;
	return {
		text: `a person makes ${order.reference} void`,
		edits: [{ resource: 'SalesOrders', id: order.id, void: true }],
	};
}

export function overwriteManifest(books: Books, chance: Chance): Deed | undefined {
	const order = liveDocument(books, chance);
	if (!order) return undefined;
	const internalComments = 'tidied up';
	return typing(`a person overwrites ${order.reference}'s comments`, 'SalesOrders', order.id, {
		internalComments,
	});
}

export function editDocumentTotal(books: Books, chance: Chance): Deed | undefined {
	const order = liveDocument(books, chance);
	if (!order) return undefined;
	return typing(`a person adds freight to ${order.reference}`, 'SalesOrders', order.id, {
		freightTotal: 1,
	});
}

export function payDocument(books: Books, chance: Chance): Deed | undefined {
	const order = liveDocument(books, chance);
	if (!order) return undefined;
	const set = { orderId: order.id, amount: 1, method: 'PayPal', isAuthorized: true };
	return {
		text: `a person adds a payment to ${order.reference}`,
		edits: [{ resource: 'Payments', set }],
	};
}

export function deleteDocumentPayment(books: Books, chance: Chance): Deed | undefined {
	const own = [...books.payments.values()].filter(({ orderRef }) => isOfBatch(orderRef));
	const payment = anyOf(own, chance);
	if (!payment) return undefined;
	return {
		text: `a person deletes the payment of ${payment.orderRef}`,
		edits: [{ resource: 'Payments', id: payment.id, delete: true }],
	};
}
