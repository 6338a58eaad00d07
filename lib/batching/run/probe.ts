/**
 * The capability probe: what of a batch's writes this account keeps, tried on a draft order and a payment of our own
 * before the first batch is made. The order stays in Cin7 as a draft, with the answer in its comments; the payment goes.
 */
import type { Cin7Client, Row } from '../../cin7/client';
import type { Payment, SalesOrder } from '../../cin7/records';
import { payments, salesOrders, type Resource } from '../../cin7/resources';
import { compare } from '../../cin7/where';
import { capabilitiesSchema, whyImpossible, type Capabilities, type Lack } from '../capabilities';
import type { DocumentSettings } from '../document';
import { batchProject, batchStage } from '../stages';
import { sameInstant } from './marks';
import { probeText, probeTextLengths } from './probeText';
import { settleTime } from './settle';

/** Beside the batches in Cin7's lists, and no number of theirs. */
export const probeReference = 'BATCH-PROBE';

/** A batch of a few payments needs as much. */
const leastRoom = 3_000;

const orderFields = [
	'id',
	'reference',
	'internalComments',
	'invoiceDate',
	'accountingAttributes',
] as const;

/** Cin7 does not take what is to be probed. */
export class ProbeRefused extends Error {
	constructor(words: string) {
		super(words);
		this.name = 'ProbeRefused';
	}
}

/**
 * What the account can do, as it was probed before or is probed now. What was found missing is looked at anew each time,
 * because a person may have put it right.
 * @param at milliseconds
 * @throws Cin7Failure, ProbeRefused
 */
export async function probeAccount(
	client: Cin7Client,
	settings: DocumentSettings,
	at: number,
): Promise<Capabilities> {
	const known = await findProbe(client);
	const before = known && answerOn(known);
	if (before && whyImpossible(before) === null) return before;
	const orderId = known?.id ?? (await createProbe(client, settings));
	const room = await roomOf(client, orderId);
	const payment = await probePayment(client, orderId, known !== null, at);
	const set = await trySetting(client, orderId, payment.id, instantText(at));
	const cleared = await tryClearing(client, orderId, payment.id);
	await client.remove(payments, payment.id);
	const short: Lack[] = room < leastRoom ? ['manifest'] : [];
	const answer = { room, lacks: [...short, ...set, ...cleared] };
	await client.update(salesOrders, [{ id: orderId, internalComments: answerText(answer) }]);
	return answer;
}

async function findProbe(client: Cin7Client): Promise<SalesOrder | null> {
	const where = compare('reference', '=', probeReference);
	const [found] = await client.all(salesOrders, { where, fields: orderFields });
	return found ?? null;
}

async function createProbe(client: Cin7Client, settings: DocumentSettings): Promise<number> {
	const line = {
		code: settings.productCode,
		name: 'What the API may write',
		qty: 1,
		unitPrice: 0,
		taxRate: 0,
	};
	const row: Row = {
		reference: probeReference,
		isApproved: false,
		memberId: settings.customerId,
		company: batchProject,
		projectName: batchProject,
		stage: batchStage,
		lineItems: [line],
	};
	const { results } = await client.create(salesOrders, [row]);
	if (results[0].success) return results[0].id;
	await client.pause(settleTime);
	const found = await findProbe(client);
	if (found) return found.id;
	throw new ProbeRefused(results[0].errors[0] ?? 'The order cannot be found.');
}

/** How much of the comments is kept: all of the longest text, or what is left of one that was cut. */
async function roomOf(client: Cin7Client, id: number): Promise<number> {
	for (const length of probeTextLengths) {
		const text = probeText(length);
		await client.update(salesOrders, [{ id, internalComments: text }]);
		const isKept = ({ internalComments: kept }: SalesOrder) => kept !== '' && text.startsWith(kept);
		const order = await readUntil(client, salesOrders, id, isKept, orderFields);
		if (isKept(order)) return order.internalComments.length;
	}
	return 0;
}

/** The one that an earlier probe left, or a new one of a cent that nobody authorised. */
async function probePayment(
	client: Cin7Client,
	orderId: number,
	mayExist: boolean,
	at: number,
): Promise<{ id: number }> {
	const find = async () => {
		const [kept, ...others] = (await client.byIds(payments, 'orderId', [orderId]))
			.filter(({ transactionRef }) => transactionRef === probeReference)
			.sort((a, b) => a.id - b.id);
		for (const { id } of others) await client.remove(payments, id);
		return kept as Payment | undefined;
	};
	const existing = mayExist ? await find() : undefined;
	if (existing) return existing;
	const row = {
		orderId,
		method: 'Probe',
		amount: 0.01,
		paymentDate: instantText(at),
		isAuthorized: false,
		transactionRef: probeReference,
	};
	const { results } = await client.create(payments, [row]);
	if (results[0].success) return results[0];
	await client.pause(settleTime);
	const found = await find();
	if (found) return found;
	throw new ProbeRefused(results[0].errors[0] ?? 'The payment cannot be found.');
}

async function trySetting(
	client: Cin7Client,
	orderId: number,
	paymentId: number,
	date: string,
): Promise<Lack[]> {
	const attributes = { accountingImportStatus: 'DoNotImport' };
	await client.update(salesOrders, [
		{ id: orderId, invoiceDate: date, accountingAttributes: attributes },
	]);
	await client.update(payments, [{ id: paymentId, reconcileDate: date, comments: probeReference }]);
	const lacking = ({ invoiceDate, accountingImportStatus }: SalesOrder): Lack[] => [
		...(sameInstant(invoiceDate, date) ? [] : (['invoiceDate'] as const)),
		...(accountingImportStatus === 'DoNotImport' ? [] : (['importStatus'] as const)),
	];
	const lackingOfPayment = ({ reconcileDate, comments }: Payment): Lack[] => [
		...(sameInstant(reconcileDate, date) ? [] : (['reconcileDate'] as const)),
		...(comments === probeReference ? [] : (['comments'] as const)),
	];
	const isWhole = (record: SalesOrder) => lacking(record).length === 0;
	const isWholePayment = (record: Payment) => lackingOfPayment(record).length === 0;
	return [
		...lacking(await readUntil(client, salesOrders, orderId, isWhole, orderFields)),
		...lackingOfPayment(await readUntil(client, payments, paymentId, isWholePayment)),
	];
}

async function tryClearing(
	client: Cin7Client,
	orderId: number,
	paymentId: number,
): Promise<Lack[]> {
	const attributes = { accountingImportStatus: 'NotImported' };
	await client.update(salesOrders, [
		{ id: orderId, invoiceDate: '', accountingAttributes: attributes },
	]);
	await client.update(payments, [{ id: paymentId, reconcileDate: '', comments: '' }]);
	const isOpen = ({ reconcileDate }: Payment) => reconcileDate === null;
	const isUndated = ({ invoiceDate }: SalesOrder) => invoiceDate === null;
	const order = await readUntil(client, salesOrders, orderId, isUndated, orderFields);
	const payment = await readUntil(client, payments, paymentId, isOpen);
	return isUndated(order) && isOpen(payment) ? [] : ['clearing'];
}

/** A record as it is, looked at once more where it is not as expected: Cin7 may not show yet what it was told. */
async function readUntil<T extends { id: number }>(
	client: Cin7Client,
	resource: Resource<T>,
	id: number,
	isExpected: (record: T) => boolean,
	fields?: readonly string[],
): Promise<T> {
	for (let tries = 1; ; tries += 1) {
		const idField = 'id' as string & keyof T;
		const [record] = await client.byIds(resource, idField, [id], { fields });
		if (record && (tries === 2 || isExpected(record))) return record;
		if (tries === 2) throw new ProbeRefused(`${probeReference} cannot be found.`);
		await client.pause(settleTime);
	}
}

function answerText(capabilities: Capabilities): string {
	return `n8n tried here what its Batch Ecommerce Orders node may write in this account. Please leave this draft as it is; it has no value, and is not sent to accounting.\n${JSON.stringify(capabilities)}`;
}

function answerOn({ internalComments }: SalesOrder): Capabilities | null {
	const start = internalComments.indexOf('\n{');
	if (start < 0) return null;
	try {
		const parsed = capabilitiesSchema.safeParse(JSON.parse(internalComments.slice(start)));
		return parsed.success ? (parsed.data as Capabilities) : null;
	} catch {
		return null;
	}
}

function instantText(at: number): string {
	return new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
