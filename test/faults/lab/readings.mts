// What each process has read, and so when it saw a record for the last time.
import type { Exchange } from '../../../lib/cin7/transport';
import { asksForOrder } from './asked.mts';
import type { Row } from '../invariants/books.mts';

/** One reading of a process: kept as it came, and looked into only when something is found. */
interface Reading {
	step: number;
	path: string;
	query: string;
	body: string;
	/** It shows the account as it was a moment ago. */
	isStale: boolean;
	ids?: Set<number>;
}

/** What a process knew when it sent a write: its readings up to then. */
export interface Memory {
	process: string;
	readings: number;
}

export class Readings {
	private readonly readings = new Map<string, Reading[]>();

	/** A read of a process was answered. */
	read(
		process: string,
		{ path, query = '' }: Exchange,
		body: string,
		step: number,
		isStale: boolean,
	): void {
		this.readingsOf(process).push({ step, path, query, body, isStale });
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

	/** The step at which the process saw the record last as it is; -1 when it never did. */
	lastSeen(record: string, memory: Memory): number {
		return this.last(record, memory, false);
	}

	/** The same, and what it saw may have been as old as readings get. */
	lastLook(record: string, memory: Memory): number {
		return this.last(record, memory, true);
	}

	/** Whether one of its readings was older than its moment. */
	sawOld(process: string): boolean {
		return this.readingsOf(process).some(({ isStale }) => isStale);
	}

	private last(record: string, { process, readings }: Memory, staleToo: boolean): number {
		const [path, id] = record.split(/:| on /);
		const onOrder = record.includes(' on ');
		const read = this.readingsOf(process);
		for (let index = readings - 1; index >= 0; index -= 1) {
			const reading = read[index];
			if (reading.path !== path || (reading.isStale && !staleToo)) continue;
			// A payment that is gone, or new, is missed or found where payments are asked for by their order.
			const sees = onOrder
				? asksForOrder(reading.query, Number(id))
				: (reading.ids ??= idsIn(reading.body)).has(Number(id));
			if (sees) return reading.step;
		}
		return -1;
	}
}

function idsIn(body: string): Set<number> {
	try {
		return new Set([JSON.parse(body) as Row[]].flat().map(({ id }) => id));
	} catch {
		return new Set();
	}
}
