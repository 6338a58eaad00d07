// A whole sandbox over HTTP with a small seller, its control API, and calls as an application makes them.
import { startSandbox } from '../../../sandbox/sandbox.mts';
import type { SandboxOptions } from '../../../sandbox/sandbox.mts';
import { emptyScenario } from '../../../sandbox/scenario/scenario.mts';
import { everything, grantOf, plainOrder, rowsWith, start } from './openSeller.mts';

export type Running = Awaited<ReturnType<typeof startSandbox>>;

export const hostile = `<script>alert("x")</script><img src=x>`;
export const name = { buyerName: hostile, buyerEmail: 'a@example.com' };
export const orders = [plainOrder(1, { buyer: name }), plainOrder(2)];

export const options = {
	scenario: () => ({ ...emptyScenario(start), amazon: rowsWith(orders) }),
	port: 0,
	limits: 'off',
	seed: 1,
} as const satisfies SandboxOptions;

/** Starts one whose clock stands at the start. */
export async function openSandbox(more: Partial<SandboxOptions> = {}): Promise<Running> {
	const sandbox = await startSandbox({ ...options, ...more });
	await control(sandbox, 'POST', '/clock', { running: false, now: start });
	return sandbox;
}

export async function control({ line }: Running, method: string, path: string, body?: unknown) {
	const answer = await fetch(`${line.control}${path}`, {
		method,
		headers: body === undefined ? {} : { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return { status: answer.status, body: (await answer.json()) as any };
}

type Name = 'amazon' | 'amazonWithoutPersonalData';

/** Asks for an access token. `fields` replace those of the credential. */
export async function token({ line }: Running, which: Name = 'amazon', fields: object = {}) {
	const { lwaUrl, ...app } = line.credentials[which];
	const body = new URLSearchParams(grantOf({ ...app, ...fields } as any));
	const answer = await fetch(lwaUrl, { method: 'POST', body });
	return { status: answer.status, body: (await answer.json()) as any };
}

/** An order with everything that the application may see. */
export async function order(sandbox: Running, orderId: string, which: Name = 'amazon') {
	const { access_token } = (await token(sandbox, which)).body;
	const path = `/orders/2026-01-01/orders/${orderId}?includedData=${everything}`;
	const answer = await fetch(`${sandbox.line.credentials[which].spApiUrl}${path}`, {
		headers: { 'x-amz-access-token': access_token },
	});
	return ((await answer.json()) as any).order;
}
