// Things that go wrong on Amazon's side, when told to: which call, and what happens to it.
import { z } from 'zod';
import type { Random } from '../cin7/random.mts';
import { complaint } from './settings.mts';

const match = z
	.object({
		operation: z
			.enum(['searchOrders', 'getOrder', 'getMarketplaceParticipations', 'token'])
			.optional(),
		/** Only calls whose query string contains this text. */
		queryIncludes: z.string().optional(),
		/** The how-manyth matching call from now on is the first one hit. Default 1. */
		nth: z.number().int().min(1).optional(),
		/** How many are hit from there. Default 1; 0 means all. */
		times: z.number().int().min(0).optional(),
		/** Hit each of them only with this chance, drawn from the seed. */
		chance: z.number().min(0).max(1).optional(),
	})
	.strict();

const kind = <T extends string>(type: T) => z.object({ type: z.literal(type) }).strict();

const effect = z.discriminatedUnion('type', [
	/** Any refusal. `message` may be null, as Amazon's sometimes is. */
	z
		.object({
			type: z.literal('status'),
			status: z.number().int().min(200).max(599),
			code: z.string().optional(),
			message: z.string().nullable().optional(),
			details: z.string().optional(),
			headers: z.record(z.string()).optional(),
		})
		.strict(),
	kind('throttled'),
	/** Amazon's own outage that looks like the caller's fault: 400 InvalidInput. */
	kind('outage'),
	kind('unavailable'),
	kind('reset'),
	kind('timeout'),
	kind('html'),
	/** HTTP 200 with a body that is not JSON. */
	kind('malformed'),
	/** Half of the JSON, as if it were all. */
	kind('truncated'),
	/** The connection ends in the middle of the body. */
	kind('brokenOff'),
	z.object({ type: z.literal('slow'), ms: z.number().min(0) }).strict(),
	/** The seller takes the authorisation back right before the call. */
	kind('revokeToken'),
	/** Access tokens given so far have expired. */
	kind('expireTokens'),
	/** Pagination tokens given so far are refused. */
	kind('refusePaginationToken'),
	/** A role is taken from the account right before the call. */
	z.object({ type: z.literal('removeRole'), role: z.string() }).strict(),
]);

const form = z.object({ match: match.default({}), effect }).strict();

export type AmazonFault = z.infer<typeof form>;
export type AmazonEffect = z.infer<typeof effect>;

/** @throws Error that says what does not fit in a fault given to the control API */
export function readAmazonFault(value: unknown): AmazonFault {
	const read = form.safeParse(value);
	if (read.success) return read.data;
	throw new Error(`Amazon fault: ${complaint(read.error)}`);
}

export interface AmazonFaultList {
	add(fault: AmazonFault): void;
	clear(): void;
	list(): (AmazonFault & { seen: number; hit: number })[];
	/** The effects on a call that arrives now. */
	hits(operation: string, query: string): AmazonEffect[];
}

export function amazonFaultList(random: Random): AmazonFaultList {
	let faults: (AmazonFault & { seen: number; hit: number })[] = [];
	return {
		add: (fault) => void faults.push({ ...fault, seen: 0, hit: 0 }),
		clear() {
			faults = [];
		},
		list: () => faults.map((fault) => ({ ...fault })),
		hits(operation, query) {
			return faults
				.filter((fault) => {
					const { match: wanted } = fault;
					if (wanted.operation !== undefined && wanted.operation !== operation) return false;
					if (!decoded(query).includes(wanted.queryIncludes ?? '')) return false;
					fault.seen += 1;
					const { nth = 1, times = 1, chance } = wanted;
					if (fault.seen < nth || (times > 0 && fault.seen >= nth + times)) return false;
					if (chance !== undefined && random() >= chance) return false;
					fault.hit += 1;
					return true;
				})
				.map((fault) => fault.effect);
		},
	};
}

function decoded(query: string): string {
	try {
		return decodeURIComponent(query);
	} catch {
		return query;
	}
}
