/**
 * The plan of a run: which payments become which batches, and why every other one is left out.
 * All amounts are integer minor units of the currency beside them (cents; whole yen), credit notes negative.
 */
import type { Branch, DecimalText, Payment } from '../cin7/records';
import type { SkipReason } from './reasons/skipReasons';

/** What a plan goes by beside payments and their orders. */
export interface AccountFacts {
	branches: Branch[];
	/** Reference of the first live batch document that lists a payment, by payment id. */
	claimed: Map<number, string>;
	/** Ids of the payments that live batch documents list. */
	ourPayments: Set<number>;
	/** Ids of the orders that live batch documents list: their Do Not Import is our own doing. */
	batchedOrders: Set<number>;
	/**
	 * References (upper case) of the invoices that credit notes refund and that accounting has already imported singly. Looked
	 * at last of all, because they are known last.
	 */
	importedSingly: Set<string>;
}

export interface Member {
	paymentId: number;
	orderId: number;
	/** `S` sales order, `C` credit note. */
	orderKind: 'S' | 'C';
	/** Signed: what this payment adds to the batch. */
	amountMinor: number;
}

export type LineKind = 'goods' | 'freight' | 'surcharge' | 'discount' | 'rounding';

/** One line of the batch document: all its members' amounts of one kind, tax rate and account. */
export interface BatchLine {
	kind: LineKind;
	/** Blank where Cin7 is to use its default account. */
	accountCode: string;
	/** Percent, normalised (`10`, `12.5`, `0`). */
	taxRate: DecimalText;
	/** Tax included. */
	amountMinor: number;
	/** The tax within `amountMinor`. */
	taxMinor: number;
}

export interface PlannedBatch {
	channel: string;
	branchId: number;
	branchName: string;
	paymentType: string;
	currency: string;
	/** Local calendar date, `2026-06-01`. */
	batchDay: string;
	totalMinor: number;
	/** The sign of the total: a negative batch is a credit note. */
	kind: 'invoice' | 'creditNote';
	/** Units of the currency for one of the account's, members' weighted average; null when members carry none. */
	currencyRate: DecimalText | null;
	/** In order of payment id. */
	members: Member[];
	lines: BatchLine[];
}

export interface SkippedPayment {
	payment: Payment;
	reason: SkipReason;
	message: string;
	/** What is known of the payment's order; blank where it has none. */
	channel: string;
	orderReference: string;
	currency: string;
}

export interface Plan {
	batches: PlannedBatch[];
	skipped: SkippedPayment[];
	/** Sentences for the person who reads the result. */
	warnings: string[];
	/** SHA-256 over everything that Run would write, so that Run can tell whether it carries out what Preview showed. */
	fingerprint: string;
}
