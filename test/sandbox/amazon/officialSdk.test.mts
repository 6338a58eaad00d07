// Amazon's own JavaScript SDK downloads from the sandbox, with nothing done for its sake.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSandbox } from '../../../sandbox/sandbox.mts';
import { amazonRows } from '../../../sandbox/scenario/amazon/rows.mts';
import { emptyScenario } from '../../../sandbox/scenario/scenario.mts';
import { everything, start } from './openSeller.mts';

const run = promisify(execFile);
const script = join(import.meta.dirname, 'officialSdk.mts');

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
	const scenario = () => ({ ...emptyScenario(start), amazon: amazonRows({ seed: 1, now: start }) });
	sandbox = await startSandbox({ scenario, port: 0, limits: 'off', seed: 1 });
});
afterAll(() => sandbox.stop());

async function accessToken(): Promise<string> {
	const { clientId, clientSecret, refreshToken, lwaUrl } = sandbox.line.credentials.amazon;
	const answer = await fetch(lwaUrl, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'refresh_token',
			client_id: clientId,
			client_secret: clientSecret,
			refresh_token: refreshToken,
		}),
	});
	return ((await answer.json()) as { access_token: string }).access_token;
}

it('pages through all orders and gets one', async () => {
	const options = {
		lastUpdatedAfter: '2026-05-01T00:00:00Z',
		includedData: everything.split(','),
		marketplaceIds: ['A39IBJ37TRP1C6', 'A1VC38T7YXB528', 'A19VAU5U5O7RUS'],
		maxResultsPerPage: 60,
	};
	const given = [script, sandbox.line.amazon, await accessToken(), JSON.stringify(options)];
	const { stdout } = await run(process.execPath, given, { maxBuffer: 64 * 1024 * 1024 });
	const { pages, order, missing } = JSON.parse(stdout) as any;
	const orders = pages.flatMap((page: any) => page.orders);
	expect(pages.length).toBe(Math.ceil(orders.length / 60));
	expect(pages.length).toBeGreaterThan(7);
	expect(new Set(orders.map((one: any) => one.orderId)).size).toBe(orders.length);
	expect(orders.length).toBe(amazonRows({ seed: 1, now: start }).orders.length);
	expect(pages.every((page: any) => page.lastUpdatedBefore === pages[0].lastUpdatedBefore)).toBe(
		true,
	);
	expect(order).toEqual(orders[0]);
	expect(order.orderItems[0].product.sellerSku).toEqual(expect.any(String));
	expect(missing).toMatchObject({ status: 404, body: { errors: [{ code: 'NotFound' }] } });
}, 60_000);
