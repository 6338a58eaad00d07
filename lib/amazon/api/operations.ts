/** The three operations of the Selling Partner API that we use, with Amazon's default plans for them. */

export interface Operation {
	/** As Amazon calls it. */
	readonly name: string;
	/** After "Amazon does not let this app". */
	readonly does: string;
	/** Which role of an app allows it. */
	readonly role: string;
	/** Calls a second, as long as no answer says otherwise. The burst is Amazon's to count. */
	readonly rate: number;
}

const orderRoles =
	'Inventory and Order Tracking (for names and addresses also Direct-to-Consumer Shipping)';

/** One call about every three minutes, and 20 saved up at most. */
export const searchOrders: Operation = {
	name: 'searchOrders',
	does: 'read orders',
	role: orderRoles,
	rate: 0.0056,
};

/** One call every two seconds, and 30 saved up at most. */
export const getOrder: Operation = {
	name: 'getOrder',
	does: 'read orders',
	role: orderRoles,
	rate: 0.5,
};

export const getMarketplaceParticipations: Operation = {
	name: 'getMarketplaceParticipations',
	does: 'read the marketplaces of the seller',
	role: 'Selling Partner Insights',
	rate: 0.016,
};
