// What people typed into fields, until a run writes over it.
import type { Deed } from './deeds.mts';

export interface Typed {
	step: number;
	record: string;
	field: string;
	value: unknown;
}

/** What stands as somebody typed it; the last one in a field counts. */
export class TypedFields {
	private typed: Typed[] = [];

	note({ typed }: Deed, step: number): void {
		for (const { resource, id, field, value } of typed ?? []) {
			const record = `${resource}:${id}`;
			this.typed = this.typed.filter((one) => one.record !== record || one.field !== field);
			this.typed.push({ step, record, field, value });
		}
	}

	/** Whatever does not stand any more; it is given once. */
	writtenOver(record: string, valueOf: (field: string) => unknown): Typed[] {
		const over = this.typed.filter(
			(typed) => typed.record === record && !stands(valueOf(typed.field), typed),
		);
		this.typed = this.typed.filter((typed) => !over.includes(typed));
		return over;
	}
}

/** Comments keep what was typed behind the batch's reference. */
function stands(now: unknown, { field, value }: Typed): boolean {
	if (field === 'comments') return String(now ?? '').endsWith(String(value));
	return JSON.stringify(now ?? '') === JSON.stringify(value);
}
