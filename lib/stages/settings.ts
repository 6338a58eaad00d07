/** What Set Order Stage is told to do, read from its panel once for all items. */

export type StageOperation = 'defaults' | 'hold' | 'manual';

/** The Stage by which orders that lack data are found. */
export const needsAttention = 'Needs Attention';

/** Where on a Cin7 order the channel's order id stands: its own integration may put it elsewhere than we do. */
export interface OrderIdPlace {
	in: 'reference' | 'customerOrderNo' | 'customField';
	/** The custom field's name, such as `orders_1001`. */
	customField: string;
	/** What stands before the id; blank for none. */
	prefix: string;
}

/** Where an order is to stand. Blank and null leave the field as it is. */
export interface Placement {
	stage: string;
	/** ISO 8601, or null for an order that is not to be dispatched. */
	dispatchedDate: string | null;
	/** This account's code for a 3PL status. */
	threePlStatus: number | null;
}

export interface BranchRule {
	/** In any case. */
	by: 'fulfilledBy' | 'marketplace';
	value: string;
	branchId: number;
}

export interface StageSettings {
	operation: StageOperation;
	/** For the item at this position: the same for all but where a person sets it by hand. */
	placementOf(item: number): Placement;
	/** This account's code for "Do Not Transfer to 3PL"; null where it is not known. */
	doNotTransferStatus: number | null;
	createMissing: boolean;
	/** Stages at which existing orders are touched, or `any`. */
	touchStages: readonly string[] | 'any';
	fields: 'blank' | 'overwrite' | 'none';
	/** Texts in Cin7 that count as blank, in any case. */
	placeholders: readonly string[];
	orderId: OrderIdPlace;
	/** For new orders; 0 leaves it to Cin7. */
	branchId: number;
	branchRules: readonly BranchRule[];
	/** New orders are linked to this contact (`memberId`), to the contact with their e-mail address, or to none. */
	customer: { by: 'none' | 'email' } | { by: 'contact'; memberId: number };
	/** Given to new orders whose item has none. */
	projectName: string;
	payments: 'all' | 'notHeld' | 'none';
	cancelled: 'leave' | 'void';
	/** Orders with codes that are no products in Cin7. A dispatched one is never held. */
	unknownProducts: 'note' | 'hold';
	/** Orders that are sent already, or that Amazon sends: as dispatched and not for the 3PL, like others, or not at all. */
	shipped: 'dispatched' | 'likeOthers' | 'leaveOut';
	/** Orders of which a part is sent, or which the channel cannot fulfil. */
	unshippable: 'hold' | 'likeOthers';
	/** Orders of other channels that Amazon only sends. */
	soldElsewhere: 'leaveOut' | 'likeOthers';
	/** The instant of saving, ISO 8601 in UTC without fractions. */
	at: string;
}
