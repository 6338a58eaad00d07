/** Get Orders by ID: one call an order, 30 at once and then one every two seconds. */
import type { AmazonClient } from '../api/client';
import { AmazonFailure } from '../api/errors';
import { includedDataFor } from '../api/includedData';
import type { AmazonOrder } from '../api/records';

export interface OrdersById {
	orders: AmazonOrder[];
	/** Ids of which the seller has no order. */
	notFound: string[];
	/** Ids that Amazon refused, or answered with what cannot be read, and why. */
	refused: { orderId: string; reason: string }[];
	/** Ids that were not asked for, because Amazon's calls or the time for this execution ran out. */
	remaining: string[];
	/** What stopped it; null when nothing did. */
	stoppedBy: AmazonFailure | null;
}

/** So many refusals one after the other are not about single orders. */
const mostRefusals = 10;

/** An execution takes no longer than this, in milliseconds; the rest is for the next one. */
const longestRun = 120_000;

/**
 * The orders with these ids, in the order of the ids. An id that Amazon refuses does not keep the others back. What fails
 * otherwise after the first order does not throw the others away: it is given back with the ids that are still to be
 * asked for.
 * @param now milliseconds
 * @param evenIfNothing gives back what stopped it rather than throw when nothing was obtained
 * @throws AmazonFailure when nothing was obtained, or when the person stopped the execution
 */
export async function ordersById(
	client: AmazonClient,
	ids: readonly string[],
	personalData: boolean,
	now: () => number,
	evenIfNothing = false,
): Promise<OrdersById> {
	const includedData = includedDataFor(personalData);
	const wanted = [...new Set(ids)];
	const found: OrdersById = {
		orders: [],
		notFound: [],
		refused: [],
		remaining: [],
		stoppedBy: null,
	};
	const started = now();
	let refusals: AmazonFailure[] = [];
	for (let position = 0; position < wanted.length; position++) {
		const orderId = wanted[position];
		const isLate = now() - started > longestRun;
		if (isLate || refusals.length === mostRefusals) {
			found.remaining = wanted.slice(position);
			if (!isLate) found.stoppedBy = refusals[0];
			break;
		}
		const answer = await client
			.getOrder(orderId, includedData)
			.then((order) => ({ order }), failureOnly);
		if ('order' in answer) {
			if (answer.order) found.orders.push(answer.order);
			else found.notFound.push(orderId);
			refusals = [];
		} else if (answer.kind === 'refused' || answer.kind === 'unreadable') {
			refusals.push(answer);
			found.refused.push({ orderId, reason: answer.message });
		} else {
			if (found.orders.length === 0 && !evenIfNothing) throw answer;
			return { ...found, remaining: wanted.slice(position), stoppedBy: answer };
		}
	}
	const isNothing = found.orders.length === 0 && found.notFound.length === 0;
	if (isNothing && refusals.length > 0 && !evenIfNothing) throw refusals[0];
	return found;
}

/** @throws what is no failure of Amazon's, or when the person stopped the execution */
function failureOnly(failure: unknown): AmazonFailure {
	if (!(failure instanceof AmazonFailure) || failure.kind === 'cancelled') throw failure;
	return failure;
}

/** An Amazon order id, as far as its form goes: `123-1234567-1234567`; those of other channels differ a little. */
export function isOrderId(text: string): boolean {
	return /^[A-Za-z0-9]+(-[A-Za-z0-9]+)+$/.test(text) && text.length <= 40;
}
