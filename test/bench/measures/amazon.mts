// Amazon: searches for a thousand orders with their items, and the time it takes to check one and make a sales order of it,
// beside what Amazon's own SDK takes just to turn the same JSON into its objects.
import { readOrdersPage } from '../../../lib/amazon/api/orderReaders';
import { defaultOrderOptions } from '../../../lib/amazon/orders/options';
import { salesOrderOf } from '../../../lib/amazon/orders/salesOrder';
import { participations } from '../../../sandbox/scenario/amazon/marketplaces.mts';
import { amazonOrders } from '../../../sandbox/scenario/amazon/orders.mts';
import { usualRoles } from '../../../sandbox/scenario/amazon/rows.mts';
import { seller } from '../../amazon/seller.mts';
import type { Figure } from '../figures.mts';
import { median, rounded } from '../figures.mts';

const now = Date.UTC(2026, 5, 2, 1, 30);
const from = Date.UTC(2026, 0, 1);
const orders = 1_000;
const rounds = 30;

/** What is used of the SDK: the package declares no types that its entry leads to. */
interface Sdk {
	SearchOrdersResponse: { constructFromObject(data: unknown): { orders: object[] } };
}

export async function measure(): Promise<Figure[]> {
	const { searches, pages } = await download();
	const sdk: string = '@amazon-sp-api-release/amazon-sp-api-sdk-js';
	const { Orders_v2026SpApi } = (await import(sdk)) as { Orders_v2026SpApi: Sdk };
	const { SearchOrdersResponse } = Orders_v2026SpApi;
	const ours: number[] = [];
	const sdks: number[] = [];
	for (let round = 0; round < rounds; round++) {
		ours.push(
			timed(pages, (page) => {
				const { orders: read } = readOrdersPage(page);
				return read.map((order) => salesOrderOf(order as never, defaultOrderOptions)).length;
			}),
		);
		sdks.push(timed(pages, (page) => SearchOrdersResponse.constructFromObject(page).orders.length));
	}
	// The first rounds are for the compiler.
	const perOrder = (times: number[]) => rounded((median(times.slice(rounds / 3)) * 1000) / orders);
	return [
		{
			key: 'amazon.calls',
			what: 'Searches for 1,000 orders with their items',
			value: searches,
			unit: 'calls',
			target: 10,
		},
		{
			key: 'amazon.time',
			what: 'Checking an order and making a sales order of it',
			value: perOrder(ours),
			unit: 'µs',
			peer: perOrder(sdks),
			peerIs: "Amazon's SDK, objects only",
		},
	];
}

function timed(pages: string[], read: (page: never) => number): number {
	// Parsed anew: neither is to find what the other has left.
	const parsed = pages.map((page) => JSON.parse(page) as never);
	const start = performance.now();
	const count = parsed.reduce((sum, page) => sum + read(page), 0);
	const time = performance.now() - start;
	if (count !== orders) throw new Error(`${count} orders were read.`);
	return time;
}

async function download(): Promise<{ searches: number; pages: string[] }> {
	const rows = {
		sellerId: 'A1TEST',
		marketplaceParticipations: participations(),
		roles: [...usualRoles],
		orders: amazonOrders({
			count: orders,
			from: new Date(from).toISOString(),
			until: new Date(now - 600_000).toISOString(),
		}) as never,
	};
	const account = seller({ rows, settings: { limits: 'real' } }, now, from);
	const pages: string[] = [];
	const { handle } = account.amazon;
	account.amazon.handle = async (request) => {
		const answer = await handle(request);
		if (request.path.endsWith('/orders')) pages.push(String(answer.body));
		return answer;
	};
	const { orders: got } = await account.download();
	if (got.length !== orders) throw new Error(`${got.length} orders came.`);
	return { searches: account.answered('searchOrders'), pages };
}
