// Watches an experiment as it goes: what was done by whom, who could have seen it, and what must never be so even for a
// moment.
import type { PersonEdit } from '../../../sandbox/cin7/person.mts';
import { resourceNamed } from '../../../sandbox/cin7/resources/index.mts';
import type { Change } from '../../../sandbox/cin7/store/store.mts';
import { listedTwice, valueFaults } from '../invariants/approval.mts';
import type { Books, Document, Manifest, Row } from '../invariants/books.mts';
import {
	booksOf,
	isDocument,
	isHandedOver,
	isOfBatch,
	isTaken,
	manifestOf,
} from '../invariants/books.mts';
import type { Actor, Deed } from './deeds.mts';
import { importable } from './deeds/accounting.mts';
import type { Written } from './looks.mts';
import { approvalFaults } from './looks.mts';
import type { Memory } from './readings.mts';
import { Readings } from './readings.mts';
import { TypedFields } from './typed.mts';
import type { World } from './world.mts';

export interface Done {
	step: number;
	actor: Actor;
	text: string;
	/** Records that were changed, `SalesOrders:101`. */
	records: Set<string>;
}

/** What accounting took, and when. */
export interface Import {
	step: number;
	record: string;
	reference: string;
	/** Of a batch: the members it stood for then. */
	manifest: Manifest | null;
}

export class Watch {
	/** What must never be so, and was: sentences. */
	readonly violations: { invariant: string; what: string }[] = [];
	readonly done: Done[] = [];
	readonly imports: Import[] = [];
	/** Every manifest that was ever created, by the id of its document. */
	readonly manifests = new Map<number, Manifest>();
	/** Who created a document, and when; what landed after its caller gave up is nobody's. */
	readonly made = new Map<number, { process: string; step: number }>();
	/** Documents that a person made void or that a process did. */
	readonly voided = new Map<number, 'person' | 'process'>();
	/** Documents that Undo made void: a person asked for it. */
	readonly undone = new Set<number>();
	private readonly world: World;
	readonly readings = new Readings();
	/** What processes wrote, and when: another process may not have seen it. */
	readonly written: Written[] = [];
	private readonly typed = new TypedFields();
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
		this.typed.note(deed, step);
		this.changes = [];
	}

	/** A payment that is gone is missed where its order's payments are read. */
	private noteDeletion({ resource }: PersonEdit, records: Set<string>): void {
		for (const { resource: name, before } of this.changes) {
			if (name !== resource || before === undefined) continue;
			records.add(`Payments on ${String(before.orderId)}`);
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

	/** A write of a process was done just now; with `sentBefore`, one that it sent when that was all it knew. */
	wrote(process: string, step: number, sentBefore?: Memory): void {
		const memory = sentBefore ?? this.readings.memory(process);
		const { changes } = this;
		this.changes = [];
		if (changes.length === 0) return;
		let approves = false;
		for (const { resource, id, before } of changes) {
			this.written.push({
				step,
				process,
				record: `${resource}:${id}`,
				late: sentBefore !== undefined,
			});
			this.judgeTyped(`${resource}:${id}`, process, memory, step);
			if (resource !== 'SalesOrders' && resource !== 'CreditNotes') continue;
			const row = this.row(resource, id);
			if (!row || !isOfBatch(row.reference)) continue;
			const was = before as Row | undefined;
			if (was === undefined && isDocument(row.reference)) {
				const manifest = manifestOf(row.internalComments);
				if (manifest) this.manifests.set(id, manifest);
				if (!sentBefore) this.made.set(id, { process, step });
			}
			if (row.status === 'VOID' && was?.status !== 'VOID') this.noteVoid(id, row, memory, step);
			if (isSeen(row) && !(was && isSeen(was))) approves = true;
		}
		if (approves) this.judgeApproval(process, step, memory, changes);
	}

	/** Cin7 has no "only if not imported": between the last look and this, accounting may come by. */
	private noteVoid(id: number, row: Row, memory: Memory, step: number): void {
		this.voided.set(id, 'process');
		if (isUndo(memory.process)) this.undone.add(id);
		const own = `SalesOrders:${id}`;
		const seen = this.readings.lastSeen(own, memory);
		// What it saw last is older than what it saw before: it could not know.
		if (this.readings.lastLook(own, memory) > seen) return;
		if (!this.imports.some(({ record, step: at }) => record === own && at < seen)) return;
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
			for (const what of approvalFaults(document, books, this, memory, step)) {
				this.violate('approval', `step ${step}: ${process} approves, and ${what}`);
			}
		}
	}

	touchedByPeople(records: string[]): boolean {
		return this.done.some(
			(one) => one.actor !== 'accounting' && records.some((record) => one.records.has(record)),
		);
	}

	/** What somebody typed stays, unless the write was under way already. */
	private judgeTyped(record: string, process: string, memory: Memory, step: number): void {
		const [resource, id] = record.split(':');
		const valueOf = (field: string) => this.row(resource, Number(id))?.[field];
		for (const typed of this.typed.writtenOver(record, valueOf)) {
			// What it saw last may be older than what it saw before: then it could not know.
			const seen = this.readings.lastSeen(record, memory);
			if (seen < typed.step || this.readings.lastLook(record, memory) > seen) continue;
			const now = JSON.stringify(valueOf(typed.field) ?? '');
			const what = `${process} writes ${now} over ${typed.field} of ${record}`;
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

function isUndo(process: string): boolean {
	return process.startsWith('Undo');
}

/** Accounting may take it, here or elsewhere. */
function isSeen(row: Row): boolean {
	return isTaken(row) || isHandedOver(row);
}
