/** The summary as an e-mail: HTML for a plain mail client (tables, inline styles, nothing from outside) and text. */
import { toText } from '../../money/currency';
import type { PlannedBatch } from '../plan.types';
import { skipReasonLabels } from '../skipReasons';
import { escapeHtml } from './escapeHtml';
import { plural, type Summary, type SummaryBatch } from './summary';

export interface SummaryEmail {
	subject: string;
	html: string;
	text: string;
}

/** A mail with more rows than this says how many it leaves to the node's output. */
const longestTable = 200;

/** Writes the e-mail; every name from Cin7 is escaped. */
export function summaryEmail(
	summary: Summary,
	batches: SummaryBatch[],
	comingAgain: SummaryBatch[] = [],
): SummaryEmail {
	const subject = oneLine(
		`${summary.botName || 'Batch Ecommerce Orders'}: ${summary.headline.replace(/\.$/, '')}`,
	);
	return {
		subject,
		html: html(summary, batches, comingAgain),
		text: text(summary, batches, comingAgain),
	};
}

const comingAgainTitle = 'Not confirmed yet';

function text(summary: Summary, batches: SummaryBatch[], comingAgain: SummaryBatch[]): string {
	return [
		summary.headline,
		'',
		...section('Needs attention', summary.attention),
		...batchSection('Batches', batches),
		...batchSection(comingAgainTitle, comingAgain),
		...section(
			'Totals',
			summary.totals.map(
				(sum) => `${sum.total} ${sum.currency} in ${plural(sum.batches, 'batch', 'batches')}`,
			),
		),
		...section(
			'Left out',
			skipRows(summary).map(([label, number]) => `${label}: ${plural(number, 'payment')}`),
		),
		...section('Please note', summary.warnings.slice(0, longestTable)),
		summary.nextStep,
	].join('\n');
}

function section(title: string, lines: string[], more = 0): string[] {
	if (lines.length === 0) return [];
	const rest = more > 0 ? [`  … and ${more} more in the node's output`] : [];
	return [title, ...lines.map((line) => `  ${line}`), ...rest, ''];
}

function batchSection(title: string, batches: SummaryBatch[]): string[] {
	const shown = batches.slice(0, longestTable);
	const lines = shown.map(({ reference, batch }) => batchLine(reference, batch));
	return section(title, lines, batches.length - shown.length);
}

function batchLine(reference: string, batch: PlannedBatch): string {
	const name = reference === '' ? batch.batchDay : `${reference}  ${batch.batchDay}`;
	return `${name}  ${batch.channel} / ${batch.branchName} / ${batch.paymentType}: ${toText(batch.totalMinor, batch.currency)} ${batch.currency} (${plural(batch.members.length, 'payment')})`;
}

const cell = 'padding:4px 10px;border-bottom:1px solid #d8dee6;text-align:left;vertical-align:top';
const amountCell = `${cell};text-align:right;white-space:nowrap`;
const heading = 'font-size:15px;margin:20px 0 6px';

function html(summary: Summary, batches: SummaryBatch[], comingAgain: SummaryBatch[]): string {
	const parts = [
		`<p style="font-size:17px;margin:0 0 4px"><strong>${escapeHtml(summary.headline)}</strong></p>`,
		`<p style="margin:0;color:#5b6673">${escapeHtml(`${summary.botName} · ${summary.runAt.slice(0, 16).replace('T', ' ')} UTC`)}</p>`,
		list('Needs attention', summary.attention),
		batchTable('Batches', batches),
		batchTable(comingAgainTitle, comingAgain),
		table(
			'Totals',
			['Currency', 'Batches', 'Payments', 'Total'],
			summary.totals.map((sum) => [
				sum.currency,
				String(sum.batches),
				String(sum.payments),
				sum.total,
			]),
		),
		table(
			'Left out',
			['Reason', 'Payments'],
			skipRows(summary).map(([label, number]) => [label, String(number)]),
		),
		list('Please note', summary.warnings.slice(0, longestTable)),
		`<p style="margin:20px 0 0">${escapeHtml(summary.nextStep)}</p>`,
	];
	return `<div style="font-family:Arial,Helvetica,sans-serif;font-size:14px;color:#1f2933;max-width:820px">${parts.join('')}</div>`;
}

function batchTable(title: string, batches: SummaryBatch[]): string {
	const shown = batches.slice(0, longestTable);
	const rows = shown.map(({ reference, batch }) => [
		reference,
		batch.batchDay,
		batch.channel,
		batch.branchName,
		batch.paymentType,
		String(batch.members.length),
		`${toText(batch.totalMinor, batch.currency)} ${batch.currency}`,
	]);
	const columns = ['Batch', 'Day', 'Channel', 'Branch', 'Payment type', 'Payments', 'Total'];
	const more = batches.length - shown.length;
	return `${table(title, columns, rows)}${more > 0 ? `<p>… and ${more} more in the node's output.</p>` : ''}`;
}

function list(title: string, lines: string[]): string {
	if (lines.length === 0) return '';
	const items = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
	return `<h2 style="${heading}">${escapeHtml(title)}</h2><ul style="margin:0;padding-left:20px">${items}</ul>`;
}

/** The last column is a number, set to the right. */
function table(title: string, columns: string[], rows: string[][]): string {
	if (rows.length === 0) return '';
	const style = (index: number) => (index === columns.length - 1 ? amountCell : cell);
	const head = columns
		.map((column, index) => `<th style="${style(index)}">${escapeHtml(column)}</th>`)
		.join('');
	const body = rows
		.map((row) => {
			const cells = row.map(
				(value, index) => `<td style="${style(index)}">${escapeHtml(value)}</td>`,
			);
			return `<tr>${cells.join('')}</tr>`;
		})
		.join('');
	return `<h2 style="${heading}">${escapeHtml(title)}</h2><table style="border-collapse:collapse;font-size:13px"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Payments on batches themselves are none that anybody waits for. */
function skipRows(summary: Summary): [string, number][] {
	const entries = Object.entries(summary.skipped).filter(([reason]) => reason !== 'batchDocument');
	return entries.map(([reason, number]) => [
		skipReasonLabels[reason as keyof typeof skipReasonLabels] ?? reason,
		number,
	]);
}

/** A subject is one line: no text from outside may add a header. */
function oneLine(value: string): string {
	return value.replace(/\p{Cc}+/gu, ' ').slice(0, 180);
}
