// What is kept of Amazon's account: it goes on where it stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { control, name, openSandbox, options, orders, token } from './openSandbox.mts';
import { startSandbox } from '../../../sandbox/sandbox.mts';
import { start } from './openSeller.mts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('goes on with orders, credentials, tokens, settings and changes that do not show yet', async () => {
	const state = join(folder, 'state.sqlite');
	const first = await openSandbox({ state });
	await control(first, 'POST', `/amazon/orders/${orders[1].orderId}`, { set: { buyer: name } });
	await control(first, 'POST', '/amazon/settings', { withheldFields: 'null' });
	await control(first, 'POST', '/amazon/roles', { roles: [] });
	const rotated = (await control(first, 'POST', '/amazon/secret', { graceMs: 0 })).body;
	const { access_token } = (await token(first, 'amazon', rotated)).body;
	await first.stop();

	const scenario = () => {
		throw new Error('not loaded again');
	};
	const second = await startSandbox({ ...options, state, scenario });
	expect(second.line.credentials.amazon).toMatchObject(rotated);
	const search = async () => {
		const query = `lastUpdatedAfter=${start}&includedData=BUYER`;
		const answer = await fetch(`${second.line.amazon}/orders/2026-01-01/orders?${query}`, {
			headers: { 'x-amz-access-token': access_token },
		});
		return ((await answer.json()) as any).orders;
	};
	expect(await search()).toEqual([]);
	await control(second, 'POST', '/clock', { advance: 120_000 });
	expect(await search()).toMatchObject([{ buyer: { buyerName: null, buyerEmail: null } }]);
	await second.stop();
});

it('gets its orders when the state is of a sandbox without Amazon', async () => {
	const state = join(folder, 'state.sqlite');
	const first = await openSandbox({ state });
	await first.stop();
	const database = new DatabaseSync(state);
	database.exec(`DROP TABLE amazonOrders; DROP TABLE amazonKept;
		UPDATE kept SET value = json_remove(value, '$.amazon') WHERE name = 'secrets'`);
	database.close();
	const second = await openSandbox({ state });
	expect((await control(second, 'GET', '/amazon/orders')).body.orders).toHaveLength(2);
	expect((await token(second)).status).toBe(200);
	expect(second.line.credentials.cin7).toMatchObject({
		apiKey: first.line.credentials.cin7.apiKey,
	});
	await second.stop();
});
