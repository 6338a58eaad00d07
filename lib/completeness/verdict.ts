/** What a check says of an order. */

export interface MissingField {
	/** The API's name, lines counted from 0: `deliveryPostalCode`, `lineItems[0].qty`. */
	field: string;
	/** What a person calls it in Cin7, lines counted from 1. */
	label: string;
	/** The part of the order it belongs to, in Cin7's words. */
	group: string;
	/** One sentence. It quotes nothing that a buyer typed. */
	why: string;
}

/** Stable codes: workflows branch on them. */
export type AttentionReason = 'missingData' | 'unreadable' | UnsentReason;

/** Why an order is not to be sent as it is, whatever its data. */
export type UnsentReason =
	| 'cancelled'
	| 'soldElsewhere'
	| 'pending'
	| 'unfulfillable'
	| 'partlyShipped';

export interface NeedsAttention {
	reason: AttentionReason;
	missing: MissingField[];
	/** One sentence, of plain characters only, so that it may stand in any page or e-mail. */
	summary: string;
	/** Where the order's data can be looked up; only when the order says so. */
	sellerCentralUrl?: string;
}

export type Verdict =
	| { is: 'complete' }
	| { is: 'leftOut'; reason: UnsentReason }
	| { is: 'needsAttention'; needsAttention: NeedsAttention };
