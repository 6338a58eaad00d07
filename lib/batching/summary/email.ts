/** The e-mail of a Preview or a Run: what was batched, what was left out and why, and what to do next. */
import { toText } from '../../money/currency';
import { grouped } from '../../money/grouped';
import { localText } from '../../time/localText';
import { isZone } from '../../time/zone';
import type { SkippedPayment } from '../plan.types';
import { reasonsToLookAt, skipReasonLabels, type SkipReason } from '../reasons/skipReasons';
import { plural } from '../../text/words';
import { htmlOf } from './html';
import { listOf, longestTable, tableOf, type Cell, type Part } from './mail';
import type { StoppedSummary } from './stopped';
import type { Summary, SummaryBatch } from './summary';
import { textOf } from './text';

export interface SummaryEmail {
	subject: string;
	html: string;
	text: string;
}

/** What a summary has no room for. */
export interface EmailDetails {
	batches: SummaryBatch[];
	comingAgain: SummaryBatch[];
	skipped: SkippedPayment[];
}

/** Writes the e-mail; every name from Cin7 is escaped. */
export function summaryEmail(summary: Summary, details: EmailDetails): SummaryEmail {
	const isPreview = summary.operation === 'preview';
	const notice: Part = { kind: 'notice', text: 'This is a Preview: nothing was changed in Cin7.' };
	return written(summary, isPreview ? ' (Preview)' : '', summary.headline, [
		...(isPreview ? [notice] : []),
		...listOf('Needs attention', summary.attention, longestTable),
		{ kind: 'paragraph', text: `Next step: ${summary.nextStep}` },
		...tableOf(
			'Totals',
			['Currency', 'Batches', 'Total'],
			summary.totals.map((sum) => [
				[sum.currency],
				[String(sum.batches), plural(sum.payments, 'payment')],
				[grouped(sum.total)],
			]),
		),
		...batchTable('Batches', details.batches),
		...batchTable('Not confirmed yet', details.comingAgain),
		...tableOf('Left out', ['Reason', 'Payments'], skipRows(summary)),
		...listOf('Left out, worth a look', worthALook(details.skipped)),
		...listOf('Please note', summary.warnings),
	]);
}

/** What happened and what to do, when a Preview or a Run stopped. */
export function stoppedEmail(summary: StoppedSummary): SummaryEmail {
	return written(summary, ' stopped', summary.headline, [
		{ kind: 'paragraph', text: `What to do: ${summary.nextStep}` },
	]);
}

function written(
	{ botName, startedAt, timeZone, executionUrl }: Summary | StoppedSummary,
	what: string,
	title: string,
	parts: Part[],
): SummaryEmail {
	const name = botName || 'Batch Ecommerce Orders';
	const link: Part[] =
		executionUrl === ''
			? []
			: [{ kind: 'link', text: 'Open the execution in n8n', url: executionUrl }];
	const origin = `${name} · ${moment(Date.parse(startedAt), timeZone)}`;
	const mail = { title, origin, parts: [...parts, ...link] };
	return {
		subject: oneLine(`${name}${what}: ${title.replace(/\.$/, '')}`),
		html: htmlOf(mail),
		text: textOf(mail),
	};
}

/** The zone of something that stopped may be what it stopped for. */
function moment(instant: number, zone: string): string {
	return isZone(zone) ? `${localText(instant, zone)} ${zone}` : `${localText(instant, 'UTC')} UTC`;
}

function batchTable(title: string, batches: SummaryBatch[]): Part[] {
	const rows = batches.map(({ reference, batch }): Cell[] => [
		reference === '' ? [batch.batchDay] : [reference, batch.batchDay],
		[batch.channel, batch.paymentType, batch.branchName],
		[
			`${grouped(toText(batch.totalMinor, batch.currency))} ${batch.currency}`,
			plural(batch.members.length, 'payment'),
		],
	]);
	return tableOf(title, ['Batch', 'Channel', 'Total'], rows);
}

/** Payments on batches themselves are none that anybody waits for. */
function skipRows({ skipped }: Summary): Cell[][] {
	const entries = Object.entries(skipped).filter(([reason]) => reason !== 'batchDocument');
	return entries.map(([reason, number]) => [
		[skipReasonLabels[reason as SkipReason] ?? reason],
		[String(number)],
	]);
}

/** Two payments of an order may have the same to say. */
function worthALook(skipped: SkippedPayment[]): string[] {
	const messages = skipped
		.filter(({ reason }) => reasonsToLookAt.has(reason))
		.map(({ message }) => message);
	return [...new Set(messages)];
}

/** A subject is one line: no text from outside may add a header. */
function oneLine(value: string): string {
	return value.replace(/\p{Cc}+/gu, ' ').slice(0, 180);
}
