// Watches an experiment as it goes: what was done by whom, who could have seen it, and what must never be so even for a
// moment.
import type { PersonEdit } from '../../../sandbox/cin7/person.mts';
import { resourceNamed } from '../../../sandbox/cin7/resources/index.mts';
import type { Change } from '../../../sandbox/cin7/store/store.mts';
import type { Exchange } from '../../../lib/cin7/transport';
import { faultsOf, listedTwice, valueFaults } from '../invariants/approval.mts';
import type { Books, Document, Manifest, Row } from '../invariants/books.mts';
import { booksOf, dateOf, isDocument, isOfBatch, manifestOf } from '../invariants/books.mts';
import type { Actor, Deed } from './deeds.mts';
import { importable } from './deeds.mts';
import type { World } from './world.mts';

export interface Done {
	step: number;
	actor: Actor;
	text: string;
	/** Records that were changed, `SalesOrders:101`. */
	records: Set<string>;
}

interface Typed {
	step: number;
	record: string;
	field: string;
	value: unknown;
}

/** What accounting took, and when. */
export interface Import {
	step: number;
	record: string;
	reference: string;
	/** Of a batch: the members it stood for then. */
	manifest: Manifest | null;
}

/** One reading of a process: kept as it came, and looked into only when something is found. */
interface Reading {
	step: number;
	path: string;
	query: string;
	body: string;
	ids?: Set<number>;
}

/** What a process knew when it sent a write: its readings up to then. */
export interface Memory {
	process: string;
	readings: number;
}

export class Watch {
	/** What must never be so, and was: sentences. */
	readonly violations: { invariant: string; what: string }[] = [];
	readonly done: Done[] = [];
	readonly imports: Import[] = [];
	/** Every manifest that was ever created, by the id of its document. */
	readonly manifests = new Map<number, Manifest>();
	/** Documents that a person made void or that a process did. */
	readonly voided = new Map<number, 'person' | 'process'>();
	private readonly world: World;
	private readonly readings = new Map<string, Reading[]>();
	/** What processes wrote on members, and when: another process may not have seen it. */
	private readonly written: { step: number; process: string; record: string }[] = [];
	private typed: Typed[] = [];
	private changes: Change[] = [];

	constructor(world: World) {
		this.world = world;
		const { store } = world.cin7;
		const note = store.onChange;
		store.onChange = (change) => {
			note(change);
			this.changes.push(change);
		};
	}

	books(): Books {
		return booksOf(this.world.cin7, this.manifests);
	}

	/** A deed is done now. */
	act(deed: Deed, actor: Actor, step: number): void {
		this.changes = [];
		const records = new Set<string>();
		for (const edit of deed.edits) {
			const row = this.world.cin7.person(edit);
			records.add(`${edit.resource}:${String(row?.id ?? edit.id)}`);
			if (edit.delete && edit.id !== undefined) this.noteDeletion(edit, records);
			if (edit.void) this.voided.set(Number(edit.id), 'person');
			const orderId = edit.set?.orderId;
			if (orderId !== undefined) records.add(`Payments on ${String(orderId)}`);
		}
		this.done.push({ step, actor, text: deed.text, records });
		for (const { resource, id, field, value } of deed.typed ?? []) {
			const record = `${resource}:${id}`;
			this.typed = this.typed.filter((one) => one.record !== record || one.field !== field);
			this.typed.push({ step, record, field, value });
		}
		this.changes = [];
	}

	/** A payment that is gone is missed where its order's payments are read. */
	private noteDeletion({ resource }: PersonEdit, records: Set<string>): void {
		for (const { resource: name, before } of this.changes) {
			if (name !== resource || before === undefined) continue;
			records.add(`Payments on ${String((JSON.parse(before) as Row).orderId)}`);
		}
	}

	/** The accounting sync comes by. */
	importAll(step: number): string[] {
		const books = this.books();
		const taken = importable(books);
		for (const { resource, row } of taken) {
			const document = books.documents.find(({ order, note }) => order === row || note === row);
			const manifest = document?.remembered ?? null;
			const record = `${resource}:${row.id}`;
			if (document?.manifest) this.judgeImport(document, document.manifest, row, books, step);
			this.imports.push({
				step,
				record,
				reference: row.reference,
				manifest: isOfBatch(row.reference) ? manifest : null,
			});
			this.world.cin7.person({ resource, id: row.id, import: true });
			this.done.push({
				step,
				actor: 'accounting',
				text: `accounting takes ${row.reference}`,
				records: new Set([record]),
			});
		}
		this.changes = [];
		return taken.map(({ row }) => row.reference);
	}

	private judgeImport(
		document: Document,
		manifest: Manifest,
		row: Row,
		books: Books,
		step: number,
	): void {
		for (const { what, records } of valueFaults(document, manifest, books, false)) {
			if (this.touchedByPeople(records)) continue;
			this.violate('value', `step ${step}: accounting takes ${row.reference}, and ${what}`);
		}
	}

	/** A read of a process was answered with the account as it is. */
	read(process: string, { path, query = '' }: Exchange, body: string, step: number): void {
		this.readingsOf(process).push({ step, path, query, body });
	}

	/** What a process has seen, as it stands: for a write that is done long after it was sent. */
	memory(process: string): Memory {
		return { process, readings: this.readingsOf(process).length };
	}

	private readingsOf(process: string): Reading[] {
		const known = this.readings.get(process) ?? [];
		this.readings.set(process, known);
		return known;
	}

	/** The step at which the process saw the record last; -1 when it never did. */
	private lastSeen(record: string, { process, readings }: Memory): number {
		const [path, id] = record.split(/:| on /);
		const onOrder = record.includes(' on ');
		const read = this.readingsOf(process);
		for (let index = readings - 1; index >= 0; index -= 1) {
			const reading = read[index];
			if (reading.path !== path) continue;
			// A payment that is gone, or new, is missed or found where payments are asked for by their order.
			const sees = onOrder
				? /\borderId\b/.test(reading.query)
				: (reading.ids ??= idsIn(reading.body)).has(Number(id));
			if (sees) return reading.step;
		}
		return -1;
	}

	/** A write of a process was done just now. */
	wrote(process: string, step: number, memory: Memory = this.memory(process)): void {
		const { changes } = this;
		this.changes = [];
		if (changes.length === 0) return;
		let approves = false;
		for (const { resource, id, before } of changes) {
			this.written.push({ step, process, record: `${resource}:${id}` });
			if (this.typed.length > 0) this.judgeTyped(`${resource}:${id}`, process, memory, step);
			if (resource !== 'SalesOrders' && resource !== 'CreditNotes') continue;
			const row = this.row(resource, id);
			if (!row || !isOfBatch(row.reference)) continue;
			const was = before === undefined ? undefined : (JSON.parse(before) as Row);
			if (was === undefined && isDocument(row.reference)) {
				const manifest = manifestOf(row.internalComments);
				if (manifest) this.manifests.set(id, manifest);
			}
			if (row.status === 'VOID' && was?.status !== 'VOID') this.noteVoid(id, row, step);
			if (isSeen(row) && !(was && isSeen(was))) approves = true;
		}
		if (approves) this.judgeApproval(process, step, memory, changes);
	}

	private noteVoid(id: number, row: Row, step: number): void {
		this.voided.set(id, 'process');
		if (!this.imports.some(({ record }) => record === `SalesOrders:${id}`)) return;
		this.violate(
			'voidAfterImport',
			`step ${step}: ${row.reference} is made void; accounting has it`,
		);
	}

	private judgeApproval(process: string, step: number, memory: Memory, changes: Change[]): void {
		const books = this.books();
		const changed = new Set(changes.map(({ id }) => id));
		for (const what of listedTwice(books)) this.violate('once', `step ${step}: ${what}`);
		for (const document of books.documents) {
			if (!changed.has(document.order.id) && !changed.has(document.note?.id ?? -1)) continue;
			for (const { what, records } of faultsOf(document, books, false)) {
				if (records.some((record) => this.cameTooLate(record, memory))) continue;
				this.violate('approval', `step ${step}: ${process} approves, and ${what}`);
			}
		}
	}

	/** Somebody changed the record when the process had read it for the last time. */
	private cameTooLate(record: string, memory: Memory): boolean {
		const seen = this.lastSeen(record, memory);
		return (
			this.done.some(
				({ actor, records, step }) => actor !== 'accounting' && records.has(record) && seen < step,
			) ||
			this.written.some(
				(one) => one.record === record && one.process !== memory.process && seen < one.step,
			)
		);
	}

	touchedByPeople(records: string[]): boolean {
		return this.done.some(
			(one) => one.actor !== 'accounting' && records.some((record) => one.records.has(record)),
		);
	}

	/** What somebody typed stays, unless the write was under way already. */
	private judgeTyped(record: string, process: string, memory: Memory, step: number): void {
		for (const typed of this.typed.filter((one) => one.record === record)) {
			const [resource, id] = record.split(':');
			const now = this.row(resource, Number(id))?.[typed.field];
			if (stands(now, typed)) continue;
			this.typed = this.typed.filter((one) => one !== typed);
			if (this.lastSeen(record, memory) < typed.step) continue;
			const what = `${process} writes ${JSON.stringify(now ?? '')} over ${typed.field} of ${record}`;
			this.violate('typed', `step ${step}: ${what}, typed ${JSON.stringify(typed.value)}`);
		}
	}

	private row(resource: string, id: number): Row | undefined {
		const known = resourceNamed(resource);
		return known && (this.world.cin7.store.get(known, id) as Row | undefined);
	}

	violate(invariant: string, what: string): void {
		this.violations.push({ invariant, what });
	}
}

function idsIn(body: string): Set<number> {
	try {
		return new Set([JSON.parse(body) as Row[]].flat().map(({ id }) => id));
	} catch {
		return new Set();
	}
}

/** Approved and dated: accounting may take it. */
function isSeen(row: Row): boolean {
	return row.status === 'APPROVED' && dateOf(row) !== null;
}

/** Comments keep what was typed behind the batch's reference. */
function stands(now: unknown, { field, value }: Typed): boolean {
	if (field === 'comments') return String(now ?? '').endsWith(String(value));
	return JSON.stringify(now ?? '') === JSON.stringify(value);
}
