// One Cin7 account for one experiment, with time that passes only when the lab lets it.
import { createCin7, exampleKey } from '../../../sandbox/cin7/cin7.mts';
import type { Cin7 } from '../../../sandbox/cin7/cin7.mts';
import { basicAuth } from '../../../sandbox/cin7/keys.mts';
import { openMemoryStore } from '../../../sandbox/cin7/store/memoryStore.mts';
import type { MemoryStore } from '../../../sandbox/cin7/store/memoryStore.mts';
import type { Settings } from '../../../sandbox/cin7/settings.mts';
import type { Answer, Exchange, NoAnswer } from '../../../lib/cin7/transport';
import type { Cin7Rows } from '../../../sandbox/scenario/scenario.mts';
import { start } from '../accounts/rows.mts';

/** Carries one call to the account: without sockets, or over HTTP (http.mts). */
export type Carrier = (exchange: Exchange, key: string) => Promise<Answer | NoAnswer>;

export interface World {
	cin7: Cin7;
	/** Milliseconds since 1970, the same for everybody in the experiment. */
	now(): number;
	advance(ms: number): void;
	carry: Carrier;
	close(): void | Promise<void>;
}

/** How the account is reached, once it is open. */
export type Reach = (cin7: Cin7) => { carry: Carrier; close(): void | Promise<void> };

export const authorization = basicAuth(exampleKey);

/** Opens an account with these rows. */
export function openWorld(
	rows: Cin7Rows,
	settings: Partial<Settings>,
	seed: number,
	reach: Reach = directly,
): World {
	let now = Date.parse(start);
	const clock = { now: () => now };
	const scheduler = { now: () => now, after: () => Promise.resolve() };
	const store = loadedStore(rows, settings).copy();
	const cin7 = createCin7({ store, clock, scheduler, seed });
	const { carry, close } = reach(cin7);
	return {
		cin7,
		now: () => now,
		advance: (ms) => void (now += Math.max(0, ms)),
		carry,
		close() {
			cin7.close();
			return close();
		},
	};
}

/** Accounts as they are once their rows are in: each is loaded once, and every experiment works on a copy. */
const loaded = new WeakMap<Cin7Rows, Map<string, MemoryStore>>();

function loadedStore(rows: Cin7Rows, settings: Partial<Settings>): MemoryStore {
	const known = loaded.get(rows) ?? new Map<string, MemoryStore>();
	loaded.set(rows, known);
	const manner = JSON.stringify(settings);
	let store = known.get(manner);
	if (store === undefined) {
		store = openMemoryStore();
		createCin7({ store, rows, settings, clock: { now: () => Date.parse(start) } });
		known.set(manner, store);
	}
	return store;
}

/** Without sockets. */
export function directly(cin7: Cin7) {
	const headers = { authorization, 'content-type': 'application/json' };
	const carry: Carrier = async ({ method, path, query = '', body }) => {
		const text = body === undefined ? '' : JSON.stringify(body);
		const request = { method, path: `/api/v1/${path}`, query, headers, body: text };
		const answer = await cin7.handle(request);
		return answer.transport ? { noAnswer: answer.transport } : answer;
	};
	return { carry, close: () => undefined };
}
