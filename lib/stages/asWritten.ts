/** Whether a record of Cin7 reads as a row was sent: what Cin7 answers to a write is not what it keeps. */
import type { Row, RowValue } from '../cin7/client';
import type { SentRecord } from '../cin7/resources';
import { instantOf } from '../time/instant';

/** Cin7 gives these another form, or does not give them back. */
const notCompared = new Set([
	'id',
	'createdDate',
	'memberEmail',
	'branchEmail',
	'accountingAttributes',
]);

/**
 * The fields that read otherwise than they were sent. What the record does not have at all is passed over.
 * @param linesBefore ids of the lines that were there before: new lines are looked for among the others
 */
export function ignoredFields(
	row: Row,
	record: SentRecord,
	linesBefore: ReadonlySet<number>,
): string[] {
	return Object.keys(row).filter((field) => {
		const now = record[field];
		if (notCompared.has(field) || now === undefined) return false;
		if (field === 'lineItems') return !hasLines(row[field], now, linesBefore);
		// Cin7 may keep its own day or time of it.
		if (field === 'dispatchedDate' && row[field]) return !now;
		return !isSame(row[field], now);
	});
}

function isSame(sent: RowValue, now: unknown): boolean {
	if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) {
		const inner = (typeof now === 'object' && now !== null ? now : {}) as Record<string, unknown>;
		return Object.entries(sent as Row).every(([name, value]) => isSame(value, inner[name]));
	}
	const [a, b] = [text(sent), text(now)];
	if (a === b) return true;
	if (a !== '' && b !== '' && Number(a) === Number(b)) return true;
	const instant = instantOf(a);
	return instant !== null && instant === instantOf(b);
}

/** Blank, null and 0 say the same: nothing. */
function text(value: unknown): string {
	if (value === null || value === undefined || value === 0) return '';
	const plain =
		typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
	const said = plain.trim().replace(/\s+/g, ' ').toLowerCase();
	return said === 'false' || Number(said) === 0 ? '' : said;
}

function hasLines(sent: RowValue, now: unknown, before: ReadonlySet<number>): boolean {
	const there = (Array.isArray(now) ? now : []) as Row[];
	const added = there.filter(({ id }) => !before.has(Number(id)));
	return (Array.isArray(sent) ? (sent as Row[]) : []).every((line) => {
		if (line.id) {
			const same = there.find(({ id }) => Number(id) === Number(line.id));
			return same !== undefined && agree(line, same);
		}
		const at = added.findIndex((one) => agree(line, one));
		if (at >= 0) added.splice(at, 1);
		return at >= 0;
	});
}

function agree(line: Row, there: Row): boolean {
	return ['code', 'qty', 'unitPrice', 'integrationRef'].every(
		(field) => line[field] === undefined || isSame(line[field], there[field]),
	);
}
