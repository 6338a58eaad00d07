// One Cin7 account for one experiment, with time that passes only when the lab lets it.
import { createCin7, exampleKey } from '../../../sandbox/cin7/cin7.mts';
import type { Cin7 } from '../../../sandbox/cin7/cin7.mts';
import { basicAuth } from '../../../sandbox/cin7/keys.mts';
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
	const cin7 = createCin7({ rows, clock, scheduler, settings, seed });
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
