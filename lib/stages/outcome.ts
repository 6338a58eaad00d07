/** What became of one order. */

export type Outcome =
	/** New in Cin7, at the stage that was asked for. */
	| 'created'
	/** It was at Needs Attention and no longer is. */
	| 'released'
	/** At Needs Attention now: new, put there, or with fields filled. */
	| 'held'
	/** Changed at another stage than Needs Attention; only where the options allow that. */
	| 'updated'
	/** Cancelled in the channel and void in Cin7. */
	| 'voided'
	/** Everything was already as asked. */
	| 'unchanged'
	/** Not touched on purpose; the reason says why. */
	| 'leftAlone'
	/** Cin7 did not take it, or not as it was sent. */
	| 'refused';

/** Stable codes; the sentence beside each is for people. */
export type Reason =
	| 'addressDiffers'
	| 'alreadyShipped'
	| 'ambiguous'
	| 'cancelled'
	| 'dispatched'
	| 'doubledLines'
	| 'draft'
	| 'goneMeanwhile'
	| 'lineItemsMissing'
	| 'moneyDiffers'
	| 'noCreatedDate'
	| 'noOrderId'
	| 'notInCin7'
	| 'notKept'
	| 'otherStage'
	| 'partlyShipped'
	| 'pending'
	| 'refusedByCin7'
	| 'soldElsewhere'
	| 'tooLong'
	| 'unfulfillable'
	| 'unknownProducts'
	| 'unreadable'
	| 'void'
	| 'voidNotPossible';

/** A field that was written: what it read before and what it reads now, as text. */
export interface Change {
	field: string;
	before: string;
	after: string;
}

export interface PaymentOutcome {
	transactionRef: string;
	method: string;
	amount: string;
	/** 0 when there is none. */
	paymentId: number;
	outcome: 'created' | 'alreadyThere' | 'leftAlone' | 'refused';
	/** Blank when there is nothing to say. */
	message: string;
}

export interface OrderResult {
	/** Positions of the items that named this order. */
	items: number[];
	/** Cin7's id; 0 when the order is not there. */
	orderId: number;
	/** Cin7's reference, or what the item calls the order. */
	reference: string;
	outcome: Outcome;
	/** Whether it came into being in this run. */
	isNew: boolean;
	/** What happened, in a sentence that names the order. */
	message: string;
	reason: Reason | null;
	/** As Cin7 has it now; blank when not read. */
	stage: string;
	changes: Change[];
	/** Anything a person should know besides. */
	notes: string[];
	payments: PaymentOutcome[];
}
