/**
 * Sales orders written as they are given, for those who know what they want in which field: updated by id or reference, or
 * created when there is none. One call for 250 orders, and everything read back.
 */
import type { Cin7Client, Row } from '../cin7/client';
import { asSent, type SentRecord } from '../cin7/resources';
import { inList } from '../cin7/where';
import { ignoredFields } from './asWritten';
import { createIsolating, isTakenReference } from './createIsolating';
import { isUncertain } from './updateOrders';
import { withoutValues } from './withoutValues';

const orders = asSent({ path: 'SalesOrders', singular: 'sales order' });

export type WrittenOrder =
	/** With the fields that read otherwise than they were sent. */
	| { record: SentRecord; isNew: boolean; ignored: string[] }
	/** Cin7's words, or ours, as a sentence. */
	| { refusal: string };

interface Writing {
	row: Row;
	id: number;
	reference: string;
	isNew: boolean;
	written: boolean;
	/** The answer to its write was lost, so its read-back decides. */
	doubtful: boolean;
	/** Ids of the lines that it had before new ones were sent. */
	linesBefore: ReadonlySet<number>;
	refusal: string;
}

export interface WriteRules {
	/** Whether orders that are not there are created under their reference. */
	create: boolean;
	/** Whether lines without an id are added to orders that are there: each time they are sent. */
	addLines: boolean;
}

/**
 * @param rows each with `id` or `reference`; an `id` counts
 * @returns one for each row, in order, as Cin7 has it afterwards
 * @throws Cin7Failure when Cin7 cannot be asked
 */
export async function writeOrders(
	client: Cin7Client,
	rows: readonly Row[],
	{ create, addLines }: WriteRules,
): Promise<WrittenOrder[]> {
	const all = rows.map(writingOf);
	await identify(client, all);
	if (create) await createMissing(client, all);
	for (const one of open(all).filter(({ id }) => id === 0)) {
		one.refusal = `There is no sales order ${one.reference} in Cin7.`;
	}
	await update(client, all, addLines);
	return await readBack(client, all, addLines);
}

function writingOf(row: Row): Writing {
	const id = Number(row.id ?? 0);
	const reference = String(row.reference ?? '').trim();
	const refusal =
		id > 0 || reference !== '' ? '' : 'It names no order: it has neither id nor reference.';
	return {
		row,
		id,
		reference,
		isNew: false,
		written: false,
		doubtful: false,
		linesBefore: new Set(),
		refusal,
	};
}

function open(all: readonly Writing[]): Writing[] {
	return all.filter(({ refusal, written, doubtful }) => refusal === '' && !written && !doubtful);
}

/** Gives orders that are known by reference their ids. */
async function identify(client: Cin7Client, all: readonly Writing[]): Promise<void> {
	const unknown = open(all).filter(({ id }) => id === 0);
	const ids = new Map<string, number>();
	const references = [...new Set(unknown.map(({ reference }) => reference))];
	for (const where of inList('reference', references)) {
		const found = await client.all(orders, { where, fields: ['id', 'reference'] });
		for (const { id, reference } of found) ids.set(keyOf(String(reference)), id);
	}
	for (const one of unknown) one.id = ids.get(keyOf(one.reference)) ?? 0;
}

/** A lost answer, or a reference that is taken meanwhile, is settled by looking the order up before anything is repeated. */
async function createMissing(client: Cin7Client, all: readonly Writing[]): Promise<void> {
	for (let round = 1; round <= 3; round++) {
		const missing = firstOfEach(open(all).filter(({ id }) => id === 0));
		if (missing.length === 0) return;
		const outcome = await createIsolating(
			client,
			missing.map(({ row }) => row),
		);
		const lost = new Set<Writing>();
		missing.forEach((one, index) => {
			const { success, id, errors } = outcome.results[index];
			const words = errors.join(' ');
			if (success) Object.assign(one, { id, isNew: true, written: true });
			else if (isUncertain(outcome, index)) lost.add(one);
			else if (!isTakenReference(words)) one.refusal = refusedTo('create', one, words);
		});
		if (outcome.stopped) throw outcome.stopped;
		await identify(client, all);
		// Were they changed as existing ones, their lines would be added once more.
		for (const one of lost) if (one.id > 0) Object.assign(one, { isNew: true, doubtful: true });
	}
}

async function update(
	client: Cin7Client,
	all: readonly Writing[],
	addLines: boolean,
): Promise<void> {
	if (addLines) await noteLines(client, open(all));
	for (let round = 1; round <= 2; round++) {
		const changing = open(all).filter(({ id }) => id > 0);
		if (changing.length === 0) return;
		const outcome = await client.update(
			orders,
			changing.map((one) => ({ ...sentOf(one, addLines), id: one.id })),
		);
		changing.forEach((one, index) => {
			const { success, errors } = outcome.results[index];
			// What adds lines would add them again.
			const repeatable = round === 1 && !(addLines && addsLines(one.row));
			if (success) one.written = true;
			else if (isUncertain(outcome, index)) one.doubtful = !repeatable;
			else {
				one.refusal = refusedTo('change', one, errors.join(' '));
			}
		});
		if (outcome.stopped) throw outcome.stopped;
	}
}

async function readBack(
	client: Cin7Client,
	all: readonly Writing[],
	addLines: boolean,
): Promise<WrittenOrder[]> {
	const ids = all.filter(({ written, doubtful }) => written || doubtful).map(({ id }) => id);
	const found = new Map(
		(await client.byIds(orders, 'id', ids)).map((record) => [record.id, record]),
	);
	// Of an order that is given twice, the last one is what it must read.
	const last = new Map(all.map((one) => [one.id, one]));
	return all.map((one) => {
		const record = found.get(one.id);
		if ((one.written || one.doubtful) && record) {
			const isLast = last.get(one.id) === one;
			const sent = isLast || one.doubtful ? sentOf(one, addLines) : {};
			const ignored = ignoredFields(sent, record, one.linesBefore);
			if (one.written || ignored.length === 0) return { record, isNew: one.isNew, ignored };
			return {
				refusal: `Cin7's answer about sales order ${nameOf(one)} was lost, and it reads otherwise than it was sent: ${ignored.join(', ')}. Look at it in Cin7 before you run again.`,
			};
		}
		return {
			refusal: one.refusal || `Sales order ${nameOf(one)} was written, but cannot be read back.`,
		};
	});
}

/** An order that is given twice is created once and then changed. */
function firstOfEach(all: readonly Writing[]): Writing[] {
	return [
		...new Map([...all].reverse().map((one) => [keyOf(one.reference), one])).values(),
	].reverse();
}

function refusedTo(verb: string, one: Writing, words: string): string {
	return `Cin7 refused to ${verb} sales order ${nameOf(one)}: ${withoutValues(words, one.row)}`;
}

function nameOf({ reference, id }: Writing): string {
	return reference || String(id);
}

function addsLines({ lineItems }: Row): boolean {
	return Array.isArray(lineItems) && lineItems.some((line: Row) => !line.id);
}

/** What is sent of a row: its new lines only where they are asked for, or with a new order. */
function sentOf({ row, isNew }: Writing, addLines: boolean): Row {
	return addLines || isNew ? row : withoutNewLines(row);
}

/** Which lines are there before new ones are added: by them a lost answer is settled. */
async function noteLines(client: Cin7Client, all: readonly Writing[]): Promise<void> {
	const adding = all.filter(({ id, row }) => id > 0 && addsLines(row));
	if (adding.length === 0) return;
	const ids = adding.map(({ id }) => id);
	const found = await client.byIds(orders, 'id', ids, { fields: ['id', 'lineItems'] });
	const lines = new Map(found.map(({ id, lineItems }) => [id, lineItems]));
	for (const one of adding) {
		const before = lines.get(one.id);
		one.linesBefore = new Set(Array.isArray(before) ? before.map(({ id }: Row) => Number(id)) : []);
	}
}

function withoutNewLines({ lineItems, ...row }: Row): Row {
	const known = Array.isArray(lineItems) ? lineItems.filter((line: Row) => line.id) : [];
	return known.length > 0 ? { ...row, lineItems: known } : row;
}

function keyOf(reference: string): string {
	return reference.trim().toLowerCase();
}
