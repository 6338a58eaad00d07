// The lines of a sales order or credit note.
import type { Account } from '../account.mts';
import type { Wire } from '../present.mts';

/** A line as it is kept: linked to its product, numbered, with what Cin7 fills in. */
export function completeLine(
	account: Account,
	documentId: number,
	line: Wire,
	position: number,
	createdDate: string,
): Wire {
	const id = typeof line.id === 'number' ? line.id : account.next('line');
	account.atLeast('line', id);
	const option = account.option({ id: line.productOptionId, code: line.code });
	return {
		id,
		createdDate,
		transactionId: documentId,
		parentId: 0,
		productId: option?.productId ?? 0,
		productOptionId: option?.productOptionId ?? 0,
		sort: position + 1,
		code: option?.code,
		name: option?.name,
		qty: 0,
		unitPrice: 0,
		discount: 0,
		qtyShipped: 0,
		stockControl: option?.stockControl,
		...line,
		...(typeof line.id === 'number' ? {} : { id }),
	};
}

/**
 * The lines after a PUT: those given with an id are changed, those without are added, and those not
 * given stay.
 */
export function mergedLines(
	account: Account,
	documentId: number,
	before: Wire[],
	given: Wire[],
	now: string,
): Wire[] {
	const changes = new Map(given.filter((line) => line.id).map((line) => [line.id, line]));
	const lines = before.map((line) => ({ ...line, ...changes.get(line.id) }));
	const added = given.filter((line) => !line.id || !before.some((one) => one.id === line.id));
	for (const { id: _unknown, ...line } of added) {
		lines.push(completeLine(account, documentId, line, lines.length, now));
	}
	return lines;
}

/** What was shipped follows from the dispatched date, and nothing is shipped of a draft. */
export function shippedLines(lines: Wire[], shipped: boolean): Wire[] {
	return lines.map((line) => ({ ...line, qtyShipped: shipped ? line.qty : 0 }));
}
