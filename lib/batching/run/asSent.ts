/**
 * Whether Cin7 kept a document as it was sent: a draft, its list of members to the letter, and what its value and its way
 * into accounting depend on. Nothing is marked for a document that is not.
 */
import type { DocumentPlan } from '../document';
import type { LoggedDocument } from '../log';
import { hasOwnValue, manifestText } from '../manifest';
import { isSameRate, valueFault } from './proof';

/** What is not as it was sent, to go on with "Cin7 did not keep it as it was sent: "; null when all of it is. */
export function notAsSent(
	{ order, manifest, ...rest }: LoggedDocument,
	plan: DocumentPlan | undefined,
): string | null {
	if (!plan) return 'it has another reference';
	const sent = manifestText(plan.manifest);
	// Some systems write line ends their own way.
	const kept = order.internalComments.trim().replace(/\r\n/g, '\n');
	if (kept !== sent || !manifest) {
		return `of the ${sent.length} characters that list its members it kept ${kept.length}`;
	}
	// Approved and dispatched: another run has finished it already.
	if (order.status.toUpperCase() !== 'DRAFT' && order.dispatchedDate === null) {
		return `it is ${order.status.toLowerCase()}, where a draft was sent`;
	}
	if (order.branchId !== plan.manifest.branchId) {
		return `it is at branch ${order.branchId}, where ${plan.manifest.branchId} was sent`;
	}
	const rate = plan.manifest.currencyRate ?? null;
	if (!isSameRate(order.currencyRate, rate)) {
		return `its currency rate is ${order.currencyRate ?? 'blank'}, where ${rate} was sent`;
	}
	if (
		order.currencyCode !== plan.manifest.currency ||
		valueFault({ order, manifest, ...rest }, plan.manifest) !== null
	) {
		const due = hasOwnValue(plan.manifest) ? plan.manifest.total : '0';
		return `it shows ${order.total} ${order.currencyCode}, where ${due} ${plan.manifest.currency} was sent`;
	}
	if (
		order.accountingImportStatus !== plan.importStatus &&
		order.status.toUpperCase() === 'DRAFT'
	) {
		return `its accounting status is ${order.accountingImportStatus}, where ${plan.importStatus} was sent`;
	}
	return null;
}
