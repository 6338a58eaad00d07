/**
 * Confirm: a batch that was booked elsewhere is closed. Its document is approved, and it does not come again. Confirming
 * twice does no harm.
 */
import type { Cin7Client } from '../../cin7/client';
import { salesOrders } from '../../cin7/resources';
import { approvalRow } from '../document';
import { isExternal } from '../manifest';
import type { LoggedDocument } from '../log';
import { documentsOf, referenceKey } from '../readLog';
import { settleTime } from '../run/settle';
import { readAgain } from '../run/void';

export interface Confirmation {
	/** `BATCH-000123` */
	reference: string;
	/** Number of the invoice or credit note over there; blank where there is none. */
	accountingReference: string;
}

export interface Confirmed {
	reference: string;
	outcome: 'confirmed' | 'confirmedBefore' | 'refused';
	/** A sentence: what happened, and what to do. */
	message: string;
	document: LoggedDocument | null;
}

/** How often Cin7 is told and asked. */
const rounds = 3;

/**
 * Closes batches, each with a result, in the order given.
 * @throws Cin7Failure when Cin7 cannot be asked
 */
export async function confirmBatches(
	client: Cin7Client,
	confirmations: Confirmation[],
): Promise<Confirmed[]> {
	let documents = await documentsOf(
		client,
		confirmations.map(({ reference }) => reference),
	);
	const due = confirmations.filter(({ reference }) =>
		isDue(documents.get(referenceKey(reference))),
	);
	let open = due;
	for (let round = 1; round <= rounds && open.length > 0; round += 1) {
		if (round > 1) await client.pause(settleTime);
		await client.update(
			salesOrders,
			open.flatMap((confirmation) =>
				rowOf(documents.get(referenceKey(confirmation.reference)), confirmation),
			),
		);
		const read = await readAgain(client, [...documents.values()]);
		documents = new Map(read.map((document) => [referenceKey(document.order.reference), document]));
		open = open.filter(({ reference }) => !documents.get(referenceKey(reference))?.finished);
	}
	const wasDue = new Set(due);
	return confirmations.map((confirmation) => {
		const document = documents.get(referenceKey(confirmation.reference)) ?? null;
		return result(confirmation.reference, document, wasDue.has(confirmation));
	});
}

function isDue(document: LoggedDocument | undefined): boolean {
	return document !== undefined && document.offered && isExternal(document.manifest);
}

function rowOf(document: LoggedDocument | undefined, { accountingReference }: Confirmation) {
	if (!document?.manifest) return [];
	const number = accountingReference.trim();
	return [
		{
			...approvalRow(document.order, document.manifest),
			...(number !== '' && { customerOrderNo: number }),
		},
	];
}

function result(reference: string, document: LoggedDocument | null, wasDue: boolean): Confirmed {
	const told = (outcome: Confirmed['outcome'], message: string): Confirmed => ({
		reference,
		outcome,
		message,
		document,
	});
	if (!document) return told('refused', `There is no batch ${reference} in Cin7.`);
	if (!isExternal(document.manifest)) {
		return told('refused', `${reference} is booked in Cin7 itself: there is nothing to confirm.`);
	}
	if (!document.live) {
		return told(
			'refused',
			`${reference} was made void. Remove it from your accounting software, and undo it.`,
		);
	}
	if (document.finished) {
		return wasDue
			? told('confirmed', `${reference} is closed.`)
			: told('confirmedBefore', `${reference} was closed before.`);
	}
	return wasDue
		? told('refused', `Cin7 did not approve ${reference}. It comes again with the next run.`)
		: told(
				'refused',
				`${reference} is not ready to be confirmed. Run the bot: it finishes the batch first.`,
			);
}
