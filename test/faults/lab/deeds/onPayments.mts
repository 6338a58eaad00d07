// What people, and Cin7's own bot, do to the payments of sales and refunds.
import type { Books } from '../../invariants/books.mts';
import type { Chance } from '../chance.mts';
import type { Deed } from './record.mts';
import { anyOf, memberOrders, memberPayments, typing } from './record.mts';

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

/** As Cin7 refunds: a credit note of its own, paid out now. */
export function refundMember(books: Books, chance: Chance): Deed | undefined {
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

export function deleteMemberPayment(books: Books, chance: Chance): Deed | undefined {
	const payment = anyOf(memberPayments(books), chance);
	if (!payment) return undefined;
	const { id, orderRef } = payment;
	return {
		text: `a person deletes payment ${id} of ${orderRef}`,
		edits: [{ resource: 'Payments', id, delete: true }],
	};
}

export function addPayment(books: Books, chance: Chance): Deed | undefined {
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

export function changePayment(books: Books, chance: Chance): Deed | undefined {
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

export function commentPayment(books: Books, chance: Chance): Deed | undefined {
	const payment = anyOf(memberPayments(books), chance);
	if (!payment) return undefined;
	const comments = `Asked ${chance.int(1, 99)} times`;
	return typing(`a person comments on payment ${payment.id}`, 'Payments', payment.id, { comments });
}

export function reconcilePayment(books: Books, chance: Chance): Deed | undefined {
	const payment = anyOf(memberPayments(books), chance);
	if (!payment) return undefined;
	return typing(`a person reconciles payment ${payment.id} by hand`, 'Payments', payment.id, {
		reconcileDate: '2026-06-14T22:22:22Z',
	});
}
