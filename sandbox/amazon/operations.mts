// The operations that are there, where they are, and how often each may be called by default.

export type OperationName = 'searchOrders' | 'getOrder' | 'getMarketplaceParticipations';

/** A token bucket: `rate` calls a second flow in, `burst` are there at most. */
export interface RatePlan {
	rate: number;
	burst: number;
}

export const ratePlans: Record<OperationName, RatePlan> = {
	searchOrders: { rate: 0.0056, burst: 20 },
	getOrder: { rate: 0.5, burst: 30 },
	getMarketplaceParticipations: { rate: 0.016, burst: 15 },
};

export const tokenPath = '/auth/o2/token';

export interface Operation {
	name: OperationName;
	/** The order that the path names, decoded. */
	orderId?: string;
}

const orders = '/orders/2026-01-01/orders';

/** Paths are case-sensitive. Undefined where there is nothing. */
export function operationAt(method: string, path: string): Operation | undefined {
	if (method !== 'GET') return undefined;
	if (path === orders) return { name: 'searchOrders' };
	if (path === '/sellers/v1/marketplaceParticipations') {
		return { name: 'getMarketplaceParticipations' };
	}
	const orderId = /^\/orders\/2026-01-01\/orders\/([^/]+)$/.exec(path)?.[1];
	return orderId === undefined ? undefined : { name: 'getOrder', orderId: decoded(orderId) };
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
