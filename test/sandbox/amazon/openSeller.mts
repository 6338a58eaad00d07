// A seller's account behind the engine, with a clock that stands at one instant, for the contract tests.
import { createAmazon } from '../../../sandbox/amazon/amazon.mts';
import type { Amazon, AmazonOptions } from '../../../sandbox/amazon/amazon.mts';
import { exampleApp } from '../../../sandbox/amazon/apps.mts';
import type { App } from '../../../sandbox/amazon/apps.mts';
import { dataSets } from '../../../sandbox/amazon/order.mts';
import type { Order } from '../../../sandbox/amazon/order.mts';
import { virtualTime } from '../../../sandbox/cin7/time.mts';
import type { VirtualTime } from '../../../sandbox/cin7/time.mts';
import { participations } from '../../../sandbox/scenario/amazon/marketplaces.mts';
import { amazonOrders } from '../../../sandbox/scenario/amazon/orders.mts';
import { usualRoles } from '../../../sandbox/scenario/amazon/rows.mts';
import type { AmazonRows } from '../../../sandbox/scenario/scenario.mts';

export const start = '2026-06-02T01:30:00.000Z';
export const minutes = 60_000;
export const hours = 3_600_000;

export const everything = dataSets.join(',');

export interface Called {
	status: number;
	headers: Record<string, string>;
	/** The parsed body, or its text when it is not JSON. */
	body: any;
	transport?: string;
}

export interface OpenSeller {
	amazon: Amazon;
	time: VirtualTime;
	/** A GET with an access token that is good; `headers` replace it. */
	get(path: string, query?: string, headers?: Record<string, string>): Promise<Called>;
	/** searchOrders with one parameter per entry, encoded. */
	search(parameters: Record<string, string>, app?: App): Promise<Called>;
	/** getOrder with these data sets. */
	order(orderId: string, includedData?: string): Promise<Called>;
	/** The token endpoint, by a form. */
	token(fields: Record<string, string>): Promise<Called>;
	accessToken(app?: App): Promise<string>;
}

const sellers: Amazon[] = [];

/** Closes what a test opened: `afterEach(closeSellers)`. */
export function closeSellers(): void {
	for (const amazon of sellers.splice(0)) amazon.close();
}

/** A seller with these orders. */
export function rowsWith(orders: object[], roles: string[] = usualRoles): AmazonRows {
	return {
		sellerId: 'A1TEST',
		marketplaceParticipations: participations(),
		roles,
		orders: orders as AmazonRows['orders'],
	};
}

/** Ordinary orders of the five days before the start. */
export function someOrders(count: number): Order[] {
	return amazonOrders({ count, from: '2026-05-28T00:00:00Z', until: '2026-06-02T01:00:00Z' });
}

/** A small order that merchant and status decide about; fields given replace its own. */
export function plainOrder(n: number, fields: object = {}): Order {
	return {
		orderId: `503-0000000-${String(n).padStart(7, '0')}`,
		createdTime: '2026-06-01T00:00:00.000Z',
		lastUpdatedTime: '2026-06-01T01:00:00.000Z',
		salesChannel: {
			channelName: 'AMAZON',
			marketplaceId: 'A39IBJ37TRP1C6',
			marketplaceName: 'Amazon.com.au',
		},
		fulfillment: { fulfillmentStatus: 'UNSHIPPED', fulfilledBy: 'MERCHANT' },
		orderItems: [{ orderItemId: `${n}1`, quantityOrdered: 1, product: { sellerSku: 'SHK-06' } }],
		...fields,
	};
}

export function openSeller(options: AmazonOptions = {}): OpenSeller {
	const time = virtualTime(Date.parse(start));
	const amazon = createAmazon({
		rows: rowsWith(someOrders(30)),
		scheduler: time,
		clock: time,
		...options,
	});
	sellers.push(amazon);
	const handle = async (request: Parameters<Amazon['handle']>[0]): Promise<Called> => {
		const answer = await time.settle(amazon.handle(request));
		let body: unknown = answer.body;
		try {
			body = JSON.parse(answer.body);
		} catch {
			// Left as text.
		}
		return { ...answer, body };
	};
	const token: OpenSeller['token'] = (fields) =>
		handle({
			method: 'POST',
			path: '/auth/o2/token',
			query: '',
			headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
			body: new URLSearchParams(fields).toString(),
		});
	const accessToken = async (app: App = amazon.apps[0]) =>
		(await token(grantOf(app))).body.access_token as string;
	const get: OpenSeller['get'] = async (path, query = '', headers) =>
		handle({
			method: 'GET',
			path,
			query,
			headers: headers ?? { 'x-amz-access-token': await accessToken() },
			body: '',
		});
	return {
		amazon,
		time,
		get,
		async search(parameters, app) {
			const headers = { 'x-amz-access-token': await accessToken(app) };
			const query = new URLSearchParams(parameters).toString();
			return get('/orders/2026-01-01/orders', query, headers);
		},
		order: (orderId, includedData) =>
			get(
				`/orders/2026-01-01/orders/${orderId}`,
				includedData === undefined ? '' : `includedData=${includedData}`,
			),
		token,
		accessToken,
	};
}

/** What an application sends for an access token. */
export function grantOf(app: App = exampleApp): Record<string, string> {
	return {
		grant_type: 'refresh_token',
		client_id: app.clientId,
		client_secret: app.clientSecret,
		refresh_token: app.refreshToken,
	};
}

export const idsOf = (called: Called): string[] =>
	called.body.orders.map((order: Order) => order.orderId);

/** All pages of a search; `between` is done before each but the first. */
export async function pagesOf(
	{ search }: OpenSeller,
	parameters: Record<string, string>,
	between: () => Promise<void> = async () => {},
): Promise<Called[]> {
	const pages = [await search(parameters)];
	for (;;) {
		const paginationToken = pages[pages.length - 1].body.pagination?.nextToken as
			| string
			| undefined;
		if (paginationToken === undefined) return pages;
		await between();
		pages.push(await search({ ...parameters, paginationToken }));
	}
}
