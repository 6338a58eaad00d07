// Reads a scenario file and says plainly what does not fit, before anything starts on it.
import { readFileSync } from 'node:fs';
import { checkAmazon } from './amazon/check.mts';
import { cin7Resources, emptyScenario } from './scenario.mts';
import type { Scenario } from './scenario.mts';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Reads and checks a scenario file. Resources left out are taken as empty.
 * @throws Error with one line per complaint, each naming the file and the place in it.
 */
export function loadScenario(file: string): Scenario {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		throw new Error(`${file}: this scenario file cannot be read. Check the path.`);
	}
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new Error(`${file}: not JSON (${(cause as Error).message}).`);
	}
	return checkScenario(value, file);
}

/** The same checks for a scenario that is already in memory. `name` leads each complaint. */
export function checkScenario(value: unknown, name = 'scenario'): Scenario {
	const complaints: string[] = [];
	const complain = (place: string, text: string) => complaints.push(`${name}: ${place} ${text}`);
	if (!isObject(value)) throw new Error(`${name}: must be a JSON object with "now" and "cin7".`);
	if (typeof value.now !== 'string' || !isInstant(value.now)) {
		complain('now', 'must be an instant with its offset, such as "2026-06-02T01:30:00Z".');
	}
	for (const key of Object.keys(value)) {
		if (!['now', 'cin7', 'amazon'].includes(key)) complain(key, 'is not a part of a scenario.');
	}
	const rows = value.cin7;
	if (!isObject(rows)) {
		complain('cin7', `must be an object of arrays: ${cin7Resources.join(', ')}.`);
		throw new Error(complaints.join('\n'));
	}
	for (const key of Object.keys(rows)) {
		if (!(cin7Resources as readonly string[]).includes(key)) {
			complain(`cin7.${key}`, `is not a resource. Resources: ${cin7Resources.join(', ')}.`);
		}
	}
	for (const resource of cin7Resources) checkRows(rows[resource], `cin7.${resource}`, complain);
	checkUnique(rows, ['salesOrders', 'creditNotes'], 'id', complain);
	checkUnique(rows, ['salesOrders', 'creditNotes'], 'reference', complain);
	if (value.amazon !== undefined) checkAmazon(value.amazon, complain);
	if (complaints.length > 0) throw new Error(complaints.slice(0, 20).join('\n'));
	const empty = emptyScenario(value.now as string);
	return { ...(value as unknown as Scenario), cin7: { ...empty.cin7, ...(rows as object) } };
}

type Complain = (place: string, text: string) => void;

function checkRows(rows: unknown, place: string, complain: Complain): void {
	if (rows === undefined) return;
	if (!Array.isArray(rows)) return complain(place, 'must be an array.');
	const ids = new Set<unknown>();
	rows.forEach((row: unknown, index) => {
		const here = `${place}[${index}]`;
		if (!isObject(row)) return complain(here, 'must be an object.');
		if (row.id !== undefined) {
			if (!Number.isSafeInteger(row.id) || (row.id as number) < 1) {
				complain(`${here}.id`, 'must be a whole number of at least 1.');
			}
			if (ids.has(row.id)) complain(`${here}.id`, `${String(row.id)} is given twice.`);
			ids.add(row.id);
		}
		for (const [field, value] of Object.entries(row)) {
			if (
				/Date$/.test(field) &&
				value !== null &&
				!(typeof value === 'string' && isInstant(value))
			) {
				complain(`${here}.${field}`, 'must be null or an instant such as "2026-06-02T01:30:00Z".');
			}
		}
		if (row.lineItems !== undefined && !Array.isArray(row.lineItems)) {
			complain(`${here}.lineItems`, 'must be an array.');
		}
	});
}

/** Ids and references are unique over both modules. */
function checkUnique(
	rows: Record<string, unknown>,
	resources: string[],
	field: string,
	complain: Complain,
): void {
	const seen = new Map<unknown, string>();
	for (const resource of resources) {
		const list = Array.isArray(rows[resource]) ? (rows[resource] as unknown[]) : [];
		list.forEach((row, index) => {
			const value = isObject(row) ? row[field] : undefined;
			if (value === undefined || value === '') return;
			const key = typeof value === 'string' ? value.toLowerCase() : value;
			const here = `cin7.${resource}[${index}].${field}`;
			const other = seen.get(key);
			if (other !== undefined && other !== here && !sameList(other, here, field)) {
				complain(here, `${String(value)} is already that of ${other}.`);
			}
			seen.set(key, here);
		});
	}
}

/** Ids repeated within one resource have been reported already. */
function sameList(a: string, b: string, field: string): boolean {
	return field === 'id' && a.split('[')[0] === b.split('[')[0];
}

function isInstant(text: string): boolean {
	return instant.test(text) && !Number.isNaN(Date.parse(text));
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
