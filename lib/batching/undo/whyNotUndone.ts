/** What keeps a batch from being undone, as a sentence that says what to do. */
import { isImported } from '../../orders/accounting';
import type { CreditNote } from '../../cin7/records';
import type { LoggedDocument } from '../log';
import { isExternal } from '../manifest';
import { offeredStage } from '../stages';
import type { UndoOptions } from './undo';

/** null when it may be undone, or when an Undo of it is to be gone on with. */
export function whyNotUndone(
	reference: string,
	document: LoggedDocument | undefined,
	note: CreditNote | undefined,
	{ removedFromAccounting }: UndoOptions,
): string | null {
	if (!document) {
		return `There is no batch ${reference} in Cin7. References look like BATCH-000123; Get Batches lists them.`;
	}
	const { order, manifest } = document;
	if (!manifest) {
		return `The list of members in ${order.reference} was overwritten, so nobody knows what to give back. Make it void in Cin7, and clear the reconcile dates of its payments by hand.`;
	}
	const holder = [order, note].find((one) => one && isImported(one));
	if (holder) {
		return `${holder.reference} was imported to accounting. Remove it there, clear its import date in Cin7, and undo it again.`;
	}
	if (isExternal(manifest) && (document.finished || order.stage === offeredStage)) {
		if (removedFromAccounting) return null;
		return `${order.reference} was handed over to your accounting software. Remove it there, or make sure that it is not there, then undo it again with Removed From Accounting switched on.`;
	}
	return null;
}
