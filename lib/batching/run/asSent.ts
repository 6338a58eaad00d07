/**
 * Whether Cin7 kept a document as it was sent: a draft, its list of members to the letter, and what its value and its way
 * into accounting depend on. Nothing is marked for a document that is not.
 */
import type { DecimalText } from '../../cin7/records';
import { add, compare, multiply, negate, parse, type Decimal } from '../../money/decimal';
import type { DocumentPlan } from '../document';
import type { LoggedDocument } from '../log';
import { hasOwnValue, manifestText } from '../manifest';
import { valueFault } from './proof';

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
	if (
		order.currencyCode !== plan.manifest.currency ||
		valueFault({ order, manifest, ...rest }, plan.manifest) !== null
	) {
		const due = hasOwnValue(plan.manifest) ? plan.manifest.total : '0';
		return `it shows ${order.total} ${order.currencyCode}, where ${due} ${plan.manifest.currency} was sent`;
	}
	if (!isSameRate(order.currencyRate, plan.currencyRate)) {
		return `its currency rate is ${order.currencyRate ?? 'blank'}, where ${plan.currencyRate} was sent`;
	}
	if (
		order.accountingImportStatus !== plan.importStatus &&
		order.status.toUpperCase() === 'DRAFT'
	) {
		return `its accounting status is ${order.accountingImportStatus}, where ${plan.importStatus} was sent`;
	}
	return null;
}

/** Rates are kept to some decimals; the day's own rate is further off than one in ten thousand. */
function isSameRate(kept: DecimalText | null, sent: DecimalText | null): boolean {
	if (sent === null) return true;
	const rate = parse(sent);
	const off = absolute(add(parse(kept ?? '0'), negate(rate)));
	return compare(multiply(off, parse('10000')), absolute(rate)) <= 0;
}

function absolute(decimal: Decimal): Decimal {
	return compare(decimal, parse('0')) < 0 ? negate(decimal) : decimal;
}
