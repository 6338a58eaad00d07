// Downloads orders with Amazon's own SDK, as any program would: a process of its own, because jest does not load the
// SDK's modules. Arguments: the endpoint, an access token, the options of searchOrders as JSON. Prints what it got.

/** What is used of it: the package declares no types that its entry leads to. */
interface Sdk {
	ApiClient: new (endpoint: string) => Client;
	SearchOrdersApi: new (client: Client) => { searchOrders(options: object): Promise<Page> };
	GetOrderApi: new (client: Client) => {
		getOrder(orderId: string, options: object): Promise<{ order: object }>;
	};
}

interface Client {
	applyXAmzAccessTokenToRequest(token: string): void;
	disableRateLimiter(): void;
}

interface Page {
	orders: { orderId: string }[];
	pagination?: { nextToken?: string };
}

const sdk: string = '@amazon-sp-api-release/amazon-sp-api-sdk-js';
const { Orders_v2026SpApi } = (await import(sdk)) as { Orders_v2026SpApi: Sdk };
const { ApiClient, GetOrderApi, SearchOrdersApi } = Orders_v2026SpApi;
const [endpoint, accessToken, options] = process.argv.slice(2);
const client = new ApiClient(endpoint);
client.applyXAmzAccessTokenToRequest(accessToken);
// The SDK's own limiter would wait three minutes after twenty calls; it is the caller's to switch off.
client.disableRateLimiter();

const search = new SearchOrdersApi(client);
const asked = JSON.parse(options) as Record<string, unknown>;
const pages: Page[] = [];
let paginationToken: string | undefined;
do {
	const page: Page = await search.searchOrders({
		...asked,
		...(paginationToken && { paginationToken }),
	});
	pages.push(page);
	paginationToken = page.pagination?.nextToken;
} while (paginationToken !== undefined);

const { order } = await new GetOrderApi(client).getOrder(pages[0].orders[0].orderId, {
	includedData: asked.includedData,
});
const missing = await new GetOrderApi(client).getOrder('503-0000000-0000000', {}).then(
	() => undefined,
	(refused: { status: number; response: { body: unknown } }) => ({
		status: refused.status,
		body: refused.response.body,
	}),
);
process.stdout.write(JSON.stringify({ pages, order, missing }));
