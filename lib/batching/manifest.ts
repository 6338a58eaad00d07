/**
 * The manifest: what a batch document says of itself, kept in its internal comments. It is written once, when the
 * document is created, and never changed; every later step, by whatever run, works from it alone.
 */
import { z } from 'zod';

import type { DecimalText, InstantText } from '../cin7/records';
import { capabilitiesSchema, type Capabilities } from './capabilities';
import type { PlannedBatch } from './plan.types';
import { toText } from '../money/currency';

/** What a member's fields held before the batch marked them; only those that were not blank. */
export interface Before {
	/** Comments of a payment. */
	comments?: string;
	/** Invoice date of a sales order, credit note date of a credit note. */
	date?: InstantText;
	/** Accounting import status, where it was not NotImported. */
	status?: string;
}

export type PaymentEntry = [
	paymentId: number,
	orderId: number,
	amount: DecimalText,
	before?: Before,
];
/** `total` is the order's own, as Cin7 gave it when it was planned. */
export type OrderEntry = [orderId: number, kind: 'S' | 'C', total: DecimalText, before?: Before];
/** A line of a batch: name, account code, tax rate, amount with tax (positive where it adds to the batch's value). */
export type ManifestLine = [
	name: string,
	accountCode: string,
	taxRate: string,
	amount: DecimalText,
];

export interface Manifest {
	v: 1;
	/** The number it was made under: a document that was renamed has another. */
	number?: number;
	/** One per run: tells a run that lost its answer which documents are its own. */
	claim: string;
	bot: string;
	kind: 'invoice' | 'creditNote';
	/** Where the batch's value is booked: in Cin7, or by whatever comes after the node. Absent means Cin7. */
	posting?: 'external';
	channel: string;
	branchId: number;
	paymentType: string;
	currency: string;
	batchDay: string;
	zone: string;
	/** Signed, as everything here: credit notes are negative. */
	total: DecimalText;
	/** Units of the currency for one of the account's, as the document was sent it; absent where it was sent none. */
	currencyRate?: DecimalText;
	/** Reconcile date and invoice date of the members, and of the document. */
	markDate: InstantText;
	/** Whether every payment of each member order is in a batch (false where one was batched alone). */
	whole: boolean;
	/** Fingerprint of the plan it came from. */
	fingerprint: string;
	payments: PaymentEntry[];
	orders: OrderEntry[];
	/** Code of the product on the document's lines. */
	product: string;
	/** What the account was found to keep of what is written; absent on documents made before that was known. */
	account?: Capabilities;
	/** Where the document itself has no value: the lines of the credit note, or of what is booked elsewhere. */
	lines?: ManifestLine[];
}

const before = z
	.object({ comments: z.string(), date: z.string(), status: z.string() })
	.partial()
	.optional();

const schema = z.object({
	v: z.literal(1),
	number: z.number().int().optional(),
	claim: z.string(),
	bot: z.string(),
	kind: z.enum(['invoice', 'creditNote']),
	posting: z.literal('external').optional(),
	channel: z.string(),
	branchId: z.number().int(),
	paymentType: z.string(),
	currency: z.string(),
	batchDay: z.string(),
	zone: z.string(),
	total: z.string(),
	currencyRate: z.string().optional(),
	markDate: z.string(),
	whole: z.boolean().default(true),
	fingerprint: z.string(),
	product: z.string().default(''),
	payments: z.array(
		z.union([
			z.tuple([z.number().int(), z.number().int(), z.string()]),
			z.tuple([z.number().int(), z.number().int(), z.string(), before]),
		]),
	),
	orders: z.array(
		z.union([
			z.tuple([z.number().int(), z.enum(['S', 'C']), z.string()]),
			z.tuple([z.number().int(), z.enum(['S', 'C']), z.string(), before]),
		]),
	),
	account: capabilitiesSchema.optional(),
	lines: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])).optional(),
});

/** The internal comments of a document: a line for people, then the manifest as one line of JSON. */
export function manifestText(manifest: Manifest): string {
	const { batchDay, channel, paymentType, currency, total, payments } = manifest;
	const words = `Batch of ${payments.length} ${payments.length === 1 ? 'payment' : 'payments'}, ${batchDay}: ${channel}, ${paymentType}, ${total} ${currency}. Made by n8n. Please leave the next line as it is; it lists the members.`;
	return `${words}\n${JSON.stringify(manifest)}`;
}

/** Whether a batch is booked outside Cin7: its document has no value, no credit note and no payment. */
export function isExternal(manifest: Manifest | null): boolean {
	return manifest?.posting === 'external';
}

/** Whether a batch's value stands on its document itself. */
export function hasOwnValue({ kind, posting }: Pick<Manifest, 'kind' | 'posting'>): boolean {
	return kind === 'invoice' && posting !== 'external';
}

/** Whether a batch's value stands on a credit note beside its document. */
export function hasCreditNote(manifest: Manifest | null): boolean {
	return manifest?.kind === 'creditNote' && !isExternal(manifest);
}

/** The same of a document without members. */
export function fillerText(manifest: Manifest): string {
	return `This number was passed over; it is void, and no payment is in it.\n${JSON.stringify(manifest)}`;
}

/** The manifest in a document's internal comments; null where there is none that can be read. */
export function parseManifest(internalComments: string): Manifest | null {
	const start = internalComments.indexOf('{"v":');
	if (start < 0) return null;
	// What a person wrote below it is no part of it.
	const [line] = internalComments.slice(start).split(/\r?\n/, 1);
	const parsed = schema.safeParse(jsonOrNull(line));
	return parsed.success ? (parsed.data as Manifest) : null;
}

function jsonOrNull(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** The amounts and names that a batch's own manifest fields take from its plan. */
export function manifestGroup(batch: PlannedBatch) {
	const { kind, channel, branchId, paymentType, currency, batchDay } = batch;
	return {
		kind,
		channel,
		branchId,
		paymentType,
		currency,
		batchDay,
		total: toText(batch.totalMinor, currency),
	};
}
