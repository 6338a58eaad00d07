/** The single things that are tried on the probe's order and payment: told, read back, and told again where it did not hold. */
import type { Cin7Client, Row } from '../../cin7/client';
import type { Payment, SalesOrder } from '../../cin7/records';
import { payments, salesOrders, type Resource } from '../../cin7/resources';
import type { Lack } from '../capabilities';
import { sameInstant } from './marks';
import { probeText, probeTextLengths } from './probeText';
import { settleTime } from './settle';

/** Beside the batches in Cin7's lists, and no number of theirs. */
export const probeReference = 'BATCH-PROBE';

/** How often a thing is tried before an account is said not to keep it: Cin7 may be slow to show it, or have a bad moment. */
export const tries = 4;

export const orderFields = [
	'id',
	'reference',
	'internalComments',
	'invoiceDate',
	'accountingAttributes',
] as const;

/** Cin7 does not take what is to be probed. */
export class ProbeRefused extends Error {
	readonly description =
		'Before the first batch of an account, the node tries on a draft order of its own, BATCH-PROBE, what the API may write. No batch was made and no payment was changed. Check Batch Customer and Batch Product, then run again.';

	constructor(words: string) {
		super(`Cin7 did not take the draft order on which the node tries what it may write: ${words}`);
		this.name = 'ProbeRefused';
	}
}

/** How much of the comments is kept: all of the longest text, or what is left of one that was cut. */
export async function roomOf(client: Cin7Client, id: number): Promise<number> {
	for (const length of probeTextLengths) {
		const text = probeText(length);
		const isKept = ({ internalComments }: SalesOrder) => {
			const kept = internalComments.replace(/\r\n/g, '\n');
			return kept !== '' && text.startsWith(kept);
		};
		const row = { id, internalComments: text };
		const order = await told(client, salesOrders, row, isKept, orderFields);
		if (isKept(order)) return order.internalComments.length;
	}
	return 0;
}

/** What does not hold of the marks that a batch sets. */
export async function trySetting(
	client: Cin7Client,
	orderId: number,
	paymentId: number,
	date: string,
): Promise<Lack[]> {
	const attributes = { accountingImportStatus: 'DoNotImport' };
	const orderRow = { id: orderId, invoiceDate: date, accountingAttributes: attributes };
	const paymentRow = { id: paymentId, reconcileDate: date, comments: probeReference };
	const lacking = ({ invoiceDate, accountingImportStatus }: SalesOrder): Lack[] => [
		...(sameInstant(invoiceDate, date) ? [] : (['invoiceDate'] as const)),
		...(accountingImportStatus === 'DoNotImport' ? [] : (['importStatus'] as const)),
	];
	const lackingOfPayment = ({ reconcileDate, comments }: Payment): Lack[] => [
		...(sameInstant(reconcileDate, date) ? [] : (['reconcileDate'] as const)),
		...(comments === probeReference ? [] : (['comments'] as const)),
	];
	const isWhole = (order: SalesOrder) => lacking(order).length === 0;
	const isWholePayment = (payment: Payment) => lackingOfPayment(payment).length === 0;
	return [
		...lacking(await told(client, salesOrders, orderRow, isWhole, orderFields)),
		...lackingOfPayment(await told(client, payments, paymentRow, isWholePayment)),
	];
}

/** What does not hold of taking them back. */
export async function tryClearing(
	client: Cin7Client,
	orderId: number,
	paymentId: number,
): Promise<Lack[]> {
	const attributes = { accountingImportStatus: 'NotImported' };
	const orderRow = { id: orderId, invoiceDate: '', accountingAttributes: attributes };
	const paymentRow = { id: paymentId, reconcileDate: '', comments: '' };
	const isUndated = ({ invoiceDate }: SalesOrder) => invoiceDate === null;
	const isOpen = ({ reconcileDate }: Payment) => reconcileDate === null;
	const order = await told(client, salesOrders, orderRow, isUndated, orderFields);
	const payment = await told(client, payments, paymentRow, isOpen);
	return isUndated(order) && isOpen(payment) ? [] : ['clearing'];
}

/** A record after it was told something, told and looked at again where it is not as expected. */
async function told<T extends { id: number }>(
	client: Cin7Client,
	resource: Resource<T>,
	row: Row & { id: number },
	isExpected: (record: T) => boolean,
	fields?: readonly string[],
): Promise<T> {
	let last: T | undefined;
	for (let attempt = 1; attempt <= tries; attempt += 1) {
		if (attempt > 1) await client.pause(settleTime);
		await client.update(resource, [row]);
		const idField = 'id' as string & keyof T;
		const [read] = await client.byIds(resource, idField, [row.id], { fields });
		if (read && isExpected(read)) return read;
		last = read ?? last;
	}
	if (last) return last;
	throw new ProbeRefused(`The ${resource.singular} cannot be found again.`);
}
