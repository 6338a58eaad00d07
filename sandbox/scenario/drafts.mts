// What the generator writes down while it makes orders and payments. Ids come later, when everything
// is known and can be put in order of time; until then orders and payments are these drafts.
import type { Basket } from './basket.mts';
import type { Bot } from './bot.mts';
import type { Calendar, Stamp } from './calendar.mts';
import type { SkipReason } from './expectations.mts';
import type { Person } from './people.mts';
import type { Random } from './random.mts';
import type { AccountingAttributes, AnyField } from './scenario.mts';

/** What a run at `now` is to do with a payment; decided where the payment is made. */
export type Expected = { batchDay: string } | { skipped: SkipReason } | 'notListed';

/** How a credit note is written: as most are, or with its money, prices or quantities negative. */
export type Signs = 'positive' | 'negativePayment' | 'negativePrices' | 'negativeQuantities';

export interface PaymentDraft {
	id: number;
	at: number;
	/** When Cin7 got to know of it; soon after it was made, where nothing else is said. */
	recordedAt: number | null;
	stamp: Stamp;
	method: string;
	/** Minor units, as the order counts it: positive for a payment and for a refund on a credit note. */
	amount: number;
	expect: Expected;
	authorised: boolean;
	reconciledAt: number | null;
	batchReference: string | null;
	comments: string;
	/** Further fields, or others than usual. */
	wire: AnyField;
}

export interface OrderDraft {
	id: number;
	/** `S` sales order, `C` credit note. */
	kind: 'S' | 'C';
	/** null where no integration made it. */
	channel: string | null;
	reference: string;
	createdAt: number;
	branchId: number;
	currency: string;
	/** Ten-thousandths: foreign units for one of the home currency. */
	currencyRate: number;
	basket: Basket;
	/** Minor units; that of the basket, but for what a shop rounds in its own way. */
	total: number;
	customer: Person | null;
	status: 'APPROVED' | 'DRAFT' | 'VOID';
	accounting: AccountingAttributes;
	/** Invoice date of a sales order, credit note date of a credit note. */
	datedAt: number | null;
	dispatchedAt: number | null;
	/** The sales order that a credit note refunds. */
	refundOf: OrderDraft | null;
	signs: Signs;
	/** Deleted in Cin7 since: its payments are still there. */
	gone: boolean;
	payments: PaymentDraft[];
	/** Further fields, or others than usual. */
	wire: AnyField;
	/** Written last, when every id is known. */
	comments: (() => string) | null;
}

/** What all makers of orders work with. */
export interface Making {
	seed: number;
	calendar: Calendar;
	bot: Bot;
	people: Person[];
	orders: OrderDraft[];
	/** The next reference of a channel, in that channel's own manner. */
	nextReference(channel: string | null, kind: 'S' | 'C'): string;
	/** The stream of choices of one theme. */
	random(theme: string): Random;
}

export const skipped = (reason: SkipReason): Expected => ({ skipped: reason });
