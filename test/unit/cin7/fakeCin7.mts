// Small stand-ins for what is on the other side of the client: answers from a script, or from a list of rows.
import { createCin7Client, type Cin7Client } from '../../../lib/cin7/client';
import { createLimiter } from '../../../lib/cin7/limiter';
import type { Answer, Exchange, NoAnswer, Transport } from '../../../lib/cin7/transport';
import { virtualClock, type VirtualClock } from './virtualClock.mts';

export type Reply = Answer | NoAnswer;

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
	return { status, headers, body: JSON.stringify(value) };
}

export const page: Answer = {
	status: 200,
	headers: {},
	body: '<!DOCTYPE html><title>Cin7</title>',
};

export interface Setting {
	client: Cin7Client;
	clock: VirtualClock;
	sent: Exchange[];
	abort: AbortController;
}

/** A client whose calls get these replies one after the other; the last one again and again. */
export function scripted(...replies: (Reply | ((exchange: Exchange) => Reply))[]): Setting {
	const sent: Exchange[] = [];
	return setting(sent, async (exchange) => {
		const reply = replies[Math.min(sent.length, replies.length) - 1];
		return typeof reply === 'function' ? reply(exchange) : reply;
	});
}

/**
 * A client of an account with these rows. It answers `(id …) AND id>n` and `id IN (…)`, in order of id; `between` runs
 * after each call.
 */
export function holding(
	rows: { id: number }[],
	between: (call: number) => void = () => undefined,
): Setting {
	const sent: Exchange[] = [];
	return setting(sent, async ({ query }) => {
		const parameters = new URLSearchParams(query);
		const where = parameters.get('where') ?? '';
		const count = Number(parameters.get('rows'));
		const pageNumber = Number(parameters.get('page') ?? 1);
		const matched = rows.filter(({ id }) => matches(where, id)).sort((a, b) => a.id - b.id);
		const answer = json(matched.slice((pageNumber - 1) * count, pageNumber * count));
		between(sent.length);
		return answer;
	});
}

function matches(where: string, id: number): boolean {
	const lists = [...where.matchAll(/id IN \(([\d,]*)\)/g)].map(([, list]) =>
		list.split(',').map(Number),
	);
	const ranges = [...where.matchAll(/id>=(\d+) AND id<=(\d+)/g)];
	const after = Number(/(?:^|AND )id>(\d+)$/.exec(where)?.[1] ?? 0);
	const named = lists.length + ranges.length > 0;
	const isNamed =
		lists.some((list) => list.includes(id)) ||
		ranges.some(([, low, high]) => id >= Number(low) && id <= Number(high));
	return id > after && (!named || isNamed);
}

function setting(sent: Exchange[], answer: Transport): Setting {
	const clock = virtualClock();
	const abort = new AbortController();
	const client = createCin7Client({
		transport: async (exchange) => {
			sent.push(exchange);
			return await answer(exchange);
		},
		limiter: createLimiter({ perSecond: 0, perMinute: 0, perDay: 0 }, clock),
		sleep: clock.sleep,
		now: clock.now,
		random: () => 0.5,
		signal: abort.signal,
	});
	return { client, clock, sent, abort };
}

/** What a promise was refused with. */
export async function refusalOf(work: Promise<unknown>): Promise<any> {
	return await work.then(
		() => {
			throw new Error('this was to be refused');
		},
		(failure: unknown) => failure,
	);
}
