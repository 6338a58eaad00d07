/** The one client for Amazon's Selling Partner API: all that the rest of the package knows of it. */
import { Calls, type CallSettings } from './calls';
import { AmazonFailure } from './errors';
import type { IncludedData } from './includedData';
import { getMarketplaceParticipations, getOrder, searchOrders, type Operation } from './operations';
import { orderAt, readOrder, readOrdersPage, readParticipations } from './orderReaders';
import { Misfit } from './readers';
import type { AmazonOrder, InstantText, OrdersPage, Participation } from './records';
import { misfitting } from './refusals';

/** What to look for. On every page of one search everything but the token must be the same. */
export interface OrdersSearch {
	lastUpdatedAfter: InstantText;
	/** At least two minutes ago. */
	lastUpdatedBefore: InstantText;
	/** Empty for all. */
	marketplaceIds: readonly string[];
	fulfilledBy: readonly string[];
	fulfillmentStatuses: readonly string[];
	includedData: readonly IncludedData[];
	/** Of the page before; blank for the first. */
	paginationToken: string;
}

/** Every method throws an AmazonFailure when Amazon cannot be asked, refuses, or answers what cannot be read. */
export interface AmazonClient {
	/** One page of at most 100 orders. Their order is not documented. */
	searchOrders(search: OrdersSearch): Promise<OrdersPage>;
	/** One order; null when the seller has none of that id. */
	getOrder(orderId: string, includedData: readonly IncludedData[]): Promise<AmazonOrder | null>;
	/** Where the seller may sell. */
	marketplaces(): Promise<Participation[]>;
}

const ordersPath = '/orders/2026-01-01/orders';
/** The most that Amazon gives. */
const ordersPerPage = 100;

export function createAmazonClient(settings: CallSettings): AmazonClient {
	const calls = new Calls(settings);
	return {
		async searchOrders(search) {
			const path = `${ordersPath}?${searchQuery(search)}`;
			return checked(searchOrders, await calls.read(searchOrders, path), readOrdersPage);
		},
		async getOrder(orderId, includedData) {
			const query = queryOf({ includedData });
			const path = `${ordersPath}/${encodeURIComponent(orderId)}${query && `?${query}`}`;
			const found = calls.read(getOrder, path);
			const answer = await found.then((value) => ({ value }), nullWhenNotFound);
			return answer && checked(getOrder, answer.value, readOrder);
		},
		async marketplaces() {
			const answer = await calls.read(
				getMarketplaceParticipations,
				'/sellers/v1/marketplaceParticipations',
			);
			return checked(getMarketplaceParticipations, answer, readParticipations);
		},
	};
}

function nullWhenNotFound(failure: unknown): null {
	if (failure instanceof AmazonFailure && failure.kind === 'notFound') return null;
	throw failure;
}

function checked<T>(operation: Operation, answer: unknown, read: (answer: unknown) => T): T {
	try {
		return read(answer);
	} catch (misfit) {
		return refuse(operation, answer, misfit);
	}
}

function refuse(operation: Operation, answer: unknown, misfit: unknown): never {
	if (!(misfit instanceof Misfit)) throw misfit;
	throw misfitting(operation, orderAt(answer, misfit.message), misfit.message);
}

function searchQuery(search: OrdersSearch): string {
	const { paginationToken, ...rest } = search;
	return queryOf({
		...rest,
		maxResultsPerPage: String(ordersPerPage),
		...(paginationToken !== '' && { paginationToken }),
	});
}

/** Lists are one parameter, joined by commas. */
function queryOf(parameters: Record<string, string | readonly string[]>): string {
	return Object.entries(parameters)
		.map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')])
		.filter(([, value]) => value !== '')
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join('&');
}
