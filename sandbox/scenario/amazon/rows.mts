// The merchant's Amazon account in the default scenario: thirty days of orders, and the untidy ones.
import type { AmazonRows } from '../scenario.mts';
import { caseOrders } from './cases.mts';
import { participations } from './marketplaces.mts';
import { amazonOrders } from './orders.mts';

/** The roles of the merchant's application: it ships to consumers, and issues no invoices for Amazon. */
export const usualRoles = [
	'Inventory and Order Tracking',
	'Selling Partner Insights',
	'Direct-to-Consumer Shipping (Restricted)',
];

const day = 86_400_000;

/** The same for the same seed and `now`. */
export function amazonRows({ seed, now }: { seed: number; now: string }): AmazonRows {
	const at = Date.parse(now);
	const until = new Date(at - 300_000).toISOString();
	const from = new Date(at - 30 * day).toISOString();
	return {
		sellerId: 'A2EXAMPLEHARBOUR',
		marketplaceParticipations: participations(),
		roles: [...usualRoles],
		orders: [
			...amazonOrders({ count: 420, from, until, seed }),
			...caseOrders(seed, until, 1_000_000),
		],
	};
}
