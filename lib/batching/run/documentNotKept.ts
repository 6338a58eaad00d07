import type { DocumentPlan } from '../document';
import type { LoggedDocument } from '../log';
import { isExternal, manifestText } from '../manifest';

/** Cin7 changed a document on its way in. */
export class DocumentNotKept extends Error {
	constructor({ order }: LoggedDocument, planned: DocumentPlan[]) {
		const plan = planned.find((candidate) => candidate.reference === order.reference);
		super(
			`Cin7 did not keep ${order.reference} as it was sent: ${what(order, plan)}. The documents of this run were made void again, and no payment was touched.`,
		);
		this.name = 'DocumentNotKept';
	}
}

function what(order: LoggedDocument['order'], plan: DocumentPlan | undefined): string {
	if (!plan) return 'it has another reference';
	const { manifest } = plan;
	if (order.status.toUpperCase() !== 'DRAFT') {
		return `it is ${order.status.toLowerCase()}, where a draft was sent`;
	}
	const sent = manifestText(manifest);
	const kept = order.internalComments.trim();
	if (kept !== sent) {
		return `of the ${sent.length} characters that list its members it kept ${kept.length}`;
	}
	const due = manifest.kind === 'invoice' && !isExternal(manifest) ? manifest.total : '0';
	return `it shows ${order.total} ${order.currencyCode} at branch ${order.branchId}, where ${due} ${manifest.currency} at branch ${manifest.branchId} was sent`;
}
