// Things that go wrong, when told to: which request, and what happens to it.
import type { Random } from './random.mts';
import type { Method } from './resources/resource.mts';

export interface FaultMatch {
	method?: Method;
	/** In any case. */
	resource?: string;
	/** Only requests whose body contains this text, for example `"dispatchedDate"`. */
	bodyIncludes?: string;
	/** The how-manyth matching request from now on is the first one hit. Default 1. */
	nth?: number;
	/** How many matching requests are hit from there. Default 1; 0 means all. */
	times?: number;
	/** Hit each of them only with this chance, from 0 to 1, drawn from the seed. */
	chance?: number;
}

/** `committed`: whether a write took effect although its answer is lost. */
export type FaultEffect =
	| { type: 'status500'; committed: boolean; committedRows?: number }
	| { type: 'timeout'; committed: boolean; afterMs?: number }
	| { type: 'reset'; committed: boolean }
	| { type: 'unavailable' }
	| { type: 'throttled'; retryAfter?: number }
	| { type: 'html'; committed?: boolean; status?: number }
	| { type: 'truncated' }
	| { type: 'malformed' }
	| { type: 'fieldIgnored'; fields: string[] }
	| { type: 'rowFailure'; index: number; message?: string }
	| { type: 'wholeCall400'; message?: string }
	| { type: 'staleRead'; ms: number }
	| { type: 'slow'; ms: number };

export interface Fault {
	match: FaultMatch;
	effect: FaultEffect;
}

/** What the faults of one request do to its write. */
export interface WriteFault {
	ignored: string[];
	refuse?: { index: number; message: string };
	/** Only so many records are written before the call breaks off. */
	stopAfter?: number;
}

export interface FaultList {
	add(fault: Fault): void;
	clear(): void;
	list(): (Fault & { seen: number; hit: number })[];
	/** The effects on a request that arrives now. */
	hits(method: string, resource: string, body: string): FaultEffect[];
}

export const effectTypes: readonly FaultEffect['type'][] = [
	'status500',
	'timeout',
	'reset',
	'unavailable',
	'throttled',
	'html',
	'truncated',
	'malformed',
	'fieldIgnored',
	'rowFailure',
	'wholeCall400',
	'staleRead',
	'slow',
];

export function faultList(random: Random): FaultList {
	const faults: (Fault & { seen: number; hit: number })[] = [];
	return {
		add: (fault) => void faults.push({ ...fault, seen: 0, hit: 0 }),
		clear: () => void faults.splice(0),
		list: () => faults.map((fault) => ({ ...fault })),
		hits(method, resource, body) {
			const effects: FaultEffect[] = [];
			for (const fault of faults) {
				const { match } = fault;
				if (match.method !== undefined && match.method !== method) continue;
				if (match.resource && match.resource.toLowerCase() !== resource.toLowerCase()) continue;
				if (match.bodyIncludes && !body.includes(match.bodyIncludes)) continue;
				fault.seen += 1;
				const times = match.times ?? 1;
				const first = match.nth ?? 1;
				if (fault.seen < first || (times > 0 && fault.seen >= first + times)) continue;
				if (match.chance !== undefined && random() >= match.chance) continue;
				fault.hit += 1;
				effects.push(fault.effect);
			}
			return effects;
		},
	};
}

/**
 * Reads a fault given to the control API.
 * @throws Error that says what does not fit
 */
export function readFault(value: unknown): Fault {
	const { match = {}, effect } = (value ?? {}) as Partial<Fault>;
	if (typeof effect !== 'object' || !effectTypes.includes(effect?.type)) {
		throw new Error(`effect.type must be one of ${effectTypes.join(', ')}.`);
	}
	if (typeof match !== 'object' || match === null) throw new Error('match must be an object.');
	const known = ['method', 'resource', 'bodyIncludes', 'nth', 'times', 'chance'];
	const unknown = Object.keys(match).find((name) => !known.includes(name));
	if (unknown !== undefined) throw new Error(`match.${unknown} is not one of ${known.join(', ')}.`);
	return { match, effect };
}
