/**
 * The batch documents' references: one account-wide sequence of sales orders, `BATCH-000123`. A negative batch has its
 * value on a credit note beside its sales order, `BATCH-000123-CN`, because references are unique across all modules.
 */

/** In any case, as Cin7 compares references. Nine digits: what looks like a number beyond that is a stranger's. */
const documentPattern = /^BATCH-(\d{6,9})$/i;
const anyPattern = /^BATCH-\d{6,9}(-CN)?$/i;

/** The `where` condition that finds every document of the sequence (and perhaps strangers: parse to be sure). */
export const documentReferences = "reference LIKE 'BATCH-%'";

/** `123` → `BATCH-000123`. */
export function batchReference(number: number): string {
	return `BATCH-${String(number).padStart(6, '0')}`;
}

/** `BATCH-000123` → 123; null for anything else, credit notes of batches included. */
export function batchNumber(reference: string): number | null {
	const match = documentPattern.exec(reference);
	return match ? Number(match[1]) : null;
}

/** Whether an order is a batch document or the credit note beside one. */
export function isBatchReference(reference: string): boolean {
	return anyPattern.test(reference);
}

/** The credit note that carries a negative batch's value. */
export function creditNoteReference(documentReference: string): string {
	return `${documentReference}-CN`;
}

/** `BATCH-000123-CN` → `BATCH-000123`; other references as they are. */
export function documentReferenceOf(reference: string): string {
	return reference.replace(/-CN$/i, '');
}
