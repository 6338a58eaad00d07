/**
 * Step 6, verify: documents and credit notes read back and held against their manifests, to the cent. A batch that is
 * not proven here is not reported as done.
 */
import type { Cin7Client } from '../../cin7/client';
import type { CreditNote } from '../../cin7/records';
import type { LoggedDocument } from '../log';
import { hasOwnValue, isExternal, type Manifest } from '../manifest';
import type { Finding } from './checkMembers';
import { sameInstant } from './marks';
import { creditNoteFault, valueFault } from './proof';
import { readAgain } from './void';

export interface Verified {
	/** As they stand now. */
	documents: LoggedDocument[];
	/** What is not as it should be. */
	findings: Finding[];
}

/**
 * Reads the documents back, and says of each what is wrong, if anything is.
 * @param notes their credit notes, read after they were approved
 */
export async function verifyDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
	notes: Map<string, CreditNote>,
): Promise<Verified> {
	const read = await readAgain(client, documents);
	const now = new Map(read.map((document) => [document.number, document]));
	const findings = documents.flatMap((before): Finding[] => {
		const { reference } = before.order;
		const document = now.get(before.number);
		const why = document
			? documentFinding(document, notes.get(reference))
			: `${reference} cannot be found.`;
		return why === null ? [] : [{ document: before, why, memberChanged: false }];
	});
	return { documents: [...now.values()], findings };
}

function documentFinding(document: LoggedDocument, note: CreditNote | undefined): string | null {
	const { order, manifest, finished } = document;
	if (!manifest) return `The list of members in ${order.reference} cannot be read.`;
	if (!finished) return `${order.reference} is still ${order.status.toLowerCase()}.`;
	if (!hasOwnValue(manifest) && order.accountingImportStatus !== 'DoNotImport') {
		return `${order.reference} is not set to Do Not Import, although its value is booked elsewhere.`;
	}
	if (order.dispatchedDate === null) return `${order.reference} is not marked as dispatched.`;
	if (isExternal(manifest)) return valueFault(document, manifest);
	if (manifest.kind === 'creditNote') return creditNoteFinding(order.reference, note, manifest);
	if (!sameInstant(order.invoiceDate, manifest.markDate)) {
		return `${order.reference} does not carry the invoice date of ${manifest.batchDay}.`;
	}
	return valueFault(document, manifest);
}

function creditNoteFinding(
	reference: string,
	note: CreditNote | undefined,
	manifest: Manifest,
): string | null {
	if (!note) return `The credit note of ${reference} cannot be found.`;
	if (note.status.toUpperCase() !== 'APPROVED') {
		return `${note.reference} is still ${note.status.toLowerCase()}.`;
	}
	if (note.creditNoteDate === null || note.completedDate === null) {
		return `${note.reference} does not carry its dates.`;
	}
	return creditNoteFault(note, manifest);
}
