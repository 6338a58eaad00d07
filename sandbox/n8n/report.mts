// The result of the main job as a person reads it in the terminal.

import type { Owner } from './owner.mts';
import type { JobResult } from './result.mts';

const DIFFERENCES_SHOWN = 20;

export interface Places {
	n8n: string;
	workflow: string;
	execution: string;
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
			['Sandbox', places.sandbox],
			['Kept in', state],
		]),
	];
	return `\n${sections.filter(Boolean).join('\n\n')}\n`;
}

function batchRows({ batches, totals }: JobResult): string[][] {
	const head = ['Reference', 'Channel', 'Branch', 'Payment type', 'Currency', 'Total', 'Payments'];
	const rows = batches.map((batch) => [
		batch.reference,
		batch.channel,
		batch.branch,
		batch.paymentType,
		batch.currency,
		batch.total,
		String(batch.payments),
	]);
	const sums = Object.entries(totals).map(([currency, total]) => {
		const payments = batches
			.filter((batch) => batch.currency === currency)
			.map((batch) => batch.payments);
		return ['All', '', '', '', currency, total, String(payments.reduce((a, b) => a + b, 0))];
	});
	return [head, ...rows, ...sums];
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
