/**
 * The capability probe: what of a batch's writes this account keeps, tried on a draft order and a payment of our own
 * before the first batch is made. The order stays in Cin7 as a draft, with the answer in its comments; the payment goes.
 */
import type { Cin7Client, Row } from '../../cin7/client';
import type { SalesOrder } from '../../cin7/records';
import { payments, salesOrders } from '../../cin7/resources';
import { startsWith } from '../../cin7/where';
import { capabilitiesSchema, whyImpossible, type Capabilities, type Lack } from '../capabilities';
import type { DocumentSettings } from '../document';
import { isoSeconds } from '../reading';
import { batchProject, batchStage } from '../stages';
import {
	orderFields,
	probeReference,
	ProbeRefused,
	roomOf,
	tries,
	tryClearing,
	trySetting,
} from './probeTries';
import { settleTime } from './settle';

/** One order with its payments must fit, whatever people wrote into their comments. */
const leastRoom = 10_000;

/**
 * What the account can do, as it was probed before or is probed now. What was found missing is looked at anew each time,
 * because a person may have put it right. Two first runs at once have an order each, and do not disturb one another.
 * @param at milliseconds
 * @throws Cin7Failure, ProbeRefused
 */
export async function probeAccount(
	client: Cin7Client,
	settings: DocumentSettings,
	at: number,
): Promise<Capabilities> {
	const earlier = await findProbes(client);
	const known = goodAnswer(earlier);
	if (known) return known;
	return await probe(client, settings, at, earlier).catch(async (failure: unknown) => {
		// Another first run has cleared this one's things away: then it knows.
		const found = failure instanceof ProbeRefused ? goodAnswer(await findProbes(client)) : null;
		if (found) return found;
		throw failure;
	});
}

async function probe(
	client: Cin7Client,
	settings: DocumentSettings,
	at: number,
	earlier: SalesOrder[],
): Promise<Capabilities> {
	const answered = earlier.find((order) => answerOn(order) !== null);
	const orderId = answered?.id ?? (await createProbe(client, settings, earlier));
	const room = await roomOf(client, orderId);
	const paymentId = await probePayment(client, orderId, answered === undefined, at);
	const set = await trySetting(client, orderId, paymentId, isoSeconds(at));
	const cleared = await tryClearing(client, orderId, paymentId);
	await client.remove(payments, paymentId);
	const short: Lack[] = room < leastRoom ? ['manifest'] : [];
	const answer = { room, lacks: [...short, ...set, ...cleared] };
	const abandoned = earlier.filter((order) => order.id !== orderId && answerOn(order) === null);
	await client.update(salesOrders, [
		{ id: orderId, internalComments: answerText(answer) },
		...abandoned.map(({ id }) => ({ id, internalComments: abandonedText })),
	]);
	await removeLeftovers(client, earlier);
	return answer;
}

function goodAnswer(probes: SalesOrder[]): Capabilities | null {
	const answers = probes.map(answerOn);
	return answers.find((answer) => answer !== null && whyImpossible(answer) === null) ?? null;
}

/** Payments that a probe which was broken off left on its order. */
async function removeLeftovers(client: Cin7Client, earlier: SalesOrder[]): Promise<void> {
	const ids = earlier.map(({ id }) => id);
	for (const { id, transactionRef } of await client.byIds(payments, 'orderId', ids)) {
		if (transactionRef === probeReference) await client.remove(payments, id);
	}
}

/** What an earlier probe of this account has found; null when there was none. */
export async function knownCapabilities(client: Cin7Client): Promise<Capabilities | null> {
	return goodAnswer(await findProbes(client));
}

async function findProbes(client: Cin7Client): Promise<SalesOrder[]> {
	const where = startsWith('reference', probeReference);
	return await client.all(salesOrders, { where, fields: orderFields });
}

async function createProbe(
	client: Cin7Client,
	settings: DocumentSettings,
	earlier: SalesOrder[],
): Promise<number> {
	let words = '';
	for (let attempt = 0; attempt < tries; attempt += 1) {
		if (attempt > 0) await client.pause(settleTime);
		const number = earlier.length + attempt + 1;
		const reference = number === 1 ? probeReference : `${probeReference}-${number}`;
		const { results } = await client.create(salesOrders, [probeRow(reference, settings)]);
		if (results[0].success) return results[0].id;
		words = results[0].errors[0] ?? '';
	}
	throw new ProbeRefused(words || 'Cin7 did not say why.');
}

function probeRow(reference: string, settings: DocumentSettings): Row {
	const line = {
		code: settings.productCode,
		name: 'What the API may write',
		qty: 1,
		unitPrice: 0,
		taxRate: 0,
	};
	return {
		reference,
		isApproved: false,
		memberId: settings.customerId,
		company: batchProject,
		projectName: batchProject,
		stage: batchStage,
		lineItems: [line],
	};
}

/** A payment of a cent that nobody authorised; the one that an earlier probe left on this order, where there is one. */
async function probePayment(
	client: Cin7Client,
	orderId: number,
	isNew: boolean,
	at: number,
): Promise<number> {
	const row = {
		orderId,
		method: 'Probe',
		amount: 0.01,
		paymentDate: isoSeconds(at),
		isAuthorized: false,
		transactionRef: probeReference,
	};
	let words = '';
	for (let attempt = 1; attempt <= tries; attempt += 1) {
		if (attempt > 1) await client.pause(settleTime);
		const mayExist = !isNew || attempt > 1;
		const existing = mayExist ? await client.byIds(payments, 'orderId', [orderId]) : [];
		const [kept, ...others] = existing
			.filter(({ transactionRef }) => transactionRef === probeReference)
			.sort((a, b) => a.id - b.id);
		for (const { id } of others) await client.remove(payments, id);
		if (kept) return kept.id;
		const { results } = await client.create(payments, [row]);
		if (results[0].success) return results[0].id;
		words = results[0].errors[0] ?? '';
	}
	throw new ProbeRefused(words || 'Cin7 did not keep a payment on it.');
}

const abandonedText =
	'n8n began to try here what it may write in this account, and was broken off. It has no value; make it void if you like.';

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
