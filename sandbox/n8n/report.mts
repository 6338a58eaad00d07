// The result of the main job as a person reads it in the terminal.

import type { Owner } from './owner.mts';
import type { JobResult } from './result.mts';
import { amountText, minorUnits, sum } from './verify/amounts.mts';

type Batch = JobResult['batches'][number];

const DIFFERENCES_SHOWN = 20;
/** More batches than this are shown by channel, branch, payment type and currency. */
const BATCHES_SHOWN = 30;

export interface Places {
	n8n: string;
	workflow: string;
	execution: string;
	/** The page of all bots. */
	dashboard: string;
	sandbox: string;
}

export function reportText(result: JobResult, places: Places, owner: Owner, state: string): string {
	const { checked, differences } = result.verification;
	const skipped = Object.entries(result.skipped).sort(([, a], [, b]) => b - a);
	const sections = [
		result.message ?? '',
		result.batches.length === 0
			? 'No new batches: everything that can be batched is in a batch already.'
			: `Batches\n${table(batchRows(result), [5, 6])}`,
		skipped.length === 0
			? ''
			: `Left out, by reason\n${table(
					skipped.map(([reason, count]) => [reason, String(count)]),
					[1],
				)}`,
		result.verified
			? `✔ Verified: ${checked.documents} batch documents and ${checked.payments} payments of the ledger agree to the cent.`
			: `✖ Not verified\n${differences
					.slice(0, DIFFERENCES_SHOWN)
					.map((text) => `  ${text}`)
					.join('\n')}`,
		differences.length > DIFFERENCES_SHOWN
			? `  and ${differences.length - DIFFERENCES_SHOWN} more`
			: '',
		table([
			['n8n', places.n8n],
			['', `sign in as ${owner.email}, password ${owner.password}`],
			['Workflow', places.workflow],
			['Execution', places.execution],
			['Dashboard', `${places.dashboard} (with the same name and password)`],
			['Sandbox', places.sandbox],
			['Kept in', state],
		]),
	];
	return `\n${sections.filter(Boolean).join('\n\n')}\n`;
}

function batchRows(result: JobResult): string[][] {
	const { batches } = result;
	const rows = batches.length > BATCHES_SHOWN ? groupRows(batches) : batches.map(batchRow);
	const first = batches.length > BATCHES_SHOWN ? 'Batches' : 'Reference';
	const head = [first, 'Channel', 'Branch', 'Payment type', 'Currency', 'Total', 'Payments'];
	const sums = Object.entries(result.totals).map(([currency, total]) => {
		const inCurrency = batches.filter((batch) => batch.currency === currency);
		return [
			`All ${inCurrency.length}`,
			'',
			'',
			'',
			currency,
			total,
			String(paymentsOf(inCurrency)),
		];
	});
	return [head, ...rows, ...sums];
}

function batchRow({
	reference,
	channel,
	branch,
	paymentType,
	currency,
	total,
	payments,
}: Batch): string[] {
	return [reference, channel, branch, paymentType, currency, total, String(payments)];
}

/** One row for all days of a channel, branch, payment type and currency. */
function groupRows(batches: Batch[]): string[][] {
	const groups = new Map<string, Batch[]>();
	for (const batch of batches) {
		const key = JSON.stringify([batch.channel, batch.branch, batch.paymentType, batch.currency]);
		groups.set(key, [...(groups.get(key) ?? []), batch]);
	}
	return [...groups].sort().map(([key, group]) => {
		const [channel, branch, paymentType, currency] = JSON.parse(key) as string[];
		const total = amountText(
			sum(group.map((batch) => minorUnits(batch.total, currency))),
			currency,
		);
		const payments = String(paymentsOf(group));
		return [String(group.length), channel, branch, paymentType, currency, total, payments];
	});
}

function paymentsOf(batches: Batch[]): number {
	return batches.reduce((count, { payments }) => count + payments, 0);
}

/** @param right columns of numbers */
function table(rows: string[][], right: number[] = []): string {
	const widths =
		rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
	return rows
		.map((row) =>
			row.map((cell, at) =>
				right.includes(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
			),
		)
		.map((cells) => `  ${cells.join('  ').trimEnd()}`)
		.join('\n');
}
