/** Get Orders by ID: one call an order, 30 at once and then one every two seconds. */
import type { AmazonClient } from '../api/client';
import { AmazonFailure } from '../api/errors';
import { includedDataFor } from '../api/includedData';
import type { AmazonOrder } from '../api/records';

export interface OrdersById {
	orders: AmazonOrder[];
	/** Ids of which the seller has no order. */
	notFound: string[];
	/** Ids that were not asked for, because Amazon's calls or the time for this execution ran out. */
	remaining: string[];
	/** What stopped it; null when nothing did. */
	stoppedBy: AmazonFailure | null;
}

/** An execution takes no longer than this, in milliseconds; the rest is for the next one. */
const longestRun = 120_000;

/**
 * The orders with these ids, in the order of the ids. What fails after the first order does not throw the others away: it
 * is given back with the ids that are still to be asked for.
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
	const orders: AmazonOrder[] = [];
	const notFound: string[] = [];
	const started = now();
	for (let position = 0; position < wanted.length; position++) {
		const remaining = wanted.slice(position);
		if (now() - started > longestRun) return { orders, notFound, remaining, stoppedBy: null };
		const answer = await client.getOrder(wanted[position], includedData).then(
			(order) => ({ order }),
			(failure: unknown) => ({ failure: tolerated(failure, evenIfNothing || orders.length > 0) }),
		);
		if ('failure' in answer) return { orders, notFound, remaining, stoppedBy: answer.failure };
		if (answer.order) orders.push(answer.order);
		else notFound.push(wanted[position]);
	}
	return { orders, notFound, remaining: [], stoppedBy: null };
}

function tolerated(failure: unknown, isTolerable: boolean): AmazonFailure {
	if (!(failure instanceof AmazonFailure)) throw failure;
	if (failure.kind === 'cancelled' || !isTolerable) throw failure;
	return failure;
}

/** An Amazon order id, as far as its form goes: `123-1234567-1234567`; those of other channels differ a little. */
export function isOrderId(text: string): boolean {
	return /^[A-Za-z0-9]+(-[A-Za-z0-9]+)+$/.test(text) && text.length <= 40;
}
