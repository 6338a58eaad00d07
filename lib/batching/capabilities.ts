/**
 * What an account lets its API write. No document of Cin7's says it, so it is probed once, on an order and a payment of
 * our own (run/probe.ts); the answer is kept in Cin7, on that order and on every batch document made since.
 */
import { z } from 'zod';

import type { BatchLog } from './log';

/** What an account may lack, and what that means for the people who read it. */
export const lacks = {
	reconcileDate:
		'the reconcile date of a payment, so a batched payment would look open and be reconciled twice',
	importStatus:
		'Do Not Import on an order, so accounting would take the batch and its orders one by one as well',
	invoiceDate:
		'the invoice date of an order, so batched orders would never get their cost of goods',
	manifest: 'enough of the internal comments of an order to list the members of a batch there',
	comments: 'the comments of a payment, so a batch cannot be read off its payments',
	clearing:
		'the clearing of a date, so when a batch is undone its reconcile and invoice dates must be cleared by hand',
} as const;

export type Lack = keyof typeof lacks;

/** Without these no batch is made. */
const essential: ReadonlySet<Lack> = new Set([
	'reconcileDate',
	'importStatus',
	'invoiceDate',
	'manifest',
]);

export interface Capabilities {
	/** So many characters of internal comments are known to be kept. */
	room: number;
	lacks: Lack[];
}

export const capabilitiesSchema = z.object({
	room: z.number().int(),
	lacks: z.array(z.enum(Object.keys(lacks) as [Lack, ...Lack[]])),
});

/** As the newest document has them; null when no document was made since an account was probed. */
export function capabilitiesIn(log: BatchLog): Capabilities | null {
	for (let index = log.documents.length - 1; index >= 0; index -= 1) {
		const { account } = log.documents[index].manifest ?? {};
		if (account) return account;
	}
	return null;
}

/** Why no batch can be made in this account; null when nothing essential is missing. */
export function whyImpossible({ lacks: missing }: Capabilities): string | null {
	const needed = missing.filter((lack) => essential.has(lack));
	if (needed.length === 0) return null;
	return `This Cin7 account does not keep ${needed.map((lack) => lacks[lack]).join('; nor ')}.`;
}

/** What can be done without, each as a sentence. */
export function shortcomings({ lacks: missing }: Capabilities): string[] {
	return missing
		.filter((lack) => !essential.has(lack))
		.map((lack) => `This Cin7 account does not keep ${lacks[lack]}.`);
}

/** The account does not keep what a batch needs; nothing was batched. */
export class AccountUnfit extends Error {
	readonly description =
		'No batch was made and no payment was changed. Ask Cin7 support whether your API connection may write that; the draft order BATCH-PROBE shows what was tried. The next run tries again.';

	constructor(why: string) {
		super(why);
		this.name = 'AccountUnfit';
	}
}
