// What can be set about Amazon's side: what no document settles, and how the service behaves.
import { z } from 'zod';
import { ratePlans } from './operations.mts';

const plan = z.object({ rate: z.number().positive(), burst: z.number().int().min(1) }).strict();
const operations = ['searchOrders', 'getOrder', 'getMarketplaceParticipations'] as const;

const form = z
	.object({
		/** Amazon's rate plans, or none. */
		limits: z.enum(['real', 'off']),
		/** Calls a second and the most at once, per operation. */
		plans: z
			.object({ searchOrders: plan, getOrder: plan, getMarketplaceParticipations: plan })
			.strict(),
		/** Whether `x-amzn-RateLimit-Limit` is sent, which Amazon does not promise. */
		rateLimitHeader: z.boolean(),
		/** How a field looks that is kept from an application. */
		withheldFields: z.enum(['absent', 'null', 'emptyText']),
		/** Prices of orders that wait for their payment: reported for Japan, not so elsewhere. */
		pendingPrices: z.enum(['japanOnly', 'shown', 'withheld']),
		/** Which role shows the street of an order that Amazon fulfils. */
		amazonFulfilledAddress: z.enum(['taxRole', 'deliveryRole', 'never']),
		/** No document says in what order results come, so by default they come in none that means anything. */
		resultOrder: z.enum(['orderId', 'updated', 'updatedDescending', 'created']),
		/** What must be the same on every page: Amazon's answers say one thing, its model the other. */
		paginationBinds: z.enum(['allButPageSize', 'allButPageSizeAndData']),
		/** The region of the endpoint: `own` is that of the seller's marketplaces. */
		endpointRegion: z.enum(['own', 'other']),
		/** Operations for which the application lacks the role. */
		refusedOperations: z.array(z.enum(operations)),
		/** After how many milliseconds a change of an order can be read. */
		appearsAfter: z.number().int().min(0),
		/** How long an answer takes, in milliseconds. */
		latency: z.object({ min: z.number().min(0), max: z.number().min(0) }).strict(),
	})
	.strict();

export type AmazonSettings = z.infer<typeof form>;

export const defaultAmazonSettings: AmazonSettings = {
	limits: 'off',
	plans: ratePlans,
	rateLimitHeader: true,
	withheldFields: 'absent',
	pendingPrices: 'japanOnly',
	amazonFulfilledAddress: 'taxRole',
	resultOrder: 'orderId',
	paginationBinds: 'allButPageSize',
	endpointRegion: 'own',
	refusedOperations: [],
	appearsAfter: 120_000,
	latency: { min: 0, max: 0 },
};

/**
 * The settings with `changes` made: objects are merged key by key.
 * @throws Error that names the setting that does not exist or does not fit
 */
export function changedAmazonSettings(
	settings: AmazonSettings,
	changes: Record<string, unknown>,
): AmazonSettings {
	const changed: Record<string, unknown> = { ...settings };
	for (const [name, value] of Object.entries(changes)) {
		const before = changed[name];
		changed[name] = isPlain(before) && isPlain(value) ? { ...before, ...value } : value;
	}
	const read = form.safeParse(changed);
	if (read.success) return read.data;
	throw new Error(`Amazon settings: ${complaint(read.error)}`);
}

/** The first thing that does not fit, with its place. */
export function complaint(error: z.ZodError): string {
	const [{ path, message }] = error.issues;
	return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}

function isPlain(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
