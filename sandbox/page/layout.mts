// The frame of every page, and the pieces pages are made of.
import { decimal, round, toText } from '../cin7/money/decimal.mts';
import { minorDigits } from '../cin7/money/currency.mts';
import { html, type Html } from './html.mts';
import { style } from './style.mts';

export const places = [
	['/', 'Overview'],
	['/orders', 'Sales orders'],
	['/payments', 'Payments'],
	['/batches', 'Batches'],
	['/credit-notes', 'Credit notes'],
	['/amazon', 'Amazon orders'],
	['/mail', 'Mail'],
	['/requests', 'Requests'],
] as const;

/** A whole page. `place` is the entry of the navigation it belongs to. */
export function page(place: string, title: string, now: string, content: unknown): string {
	const links = places.map(([address, name]) =>
		address === place
			? html`<a href="${address}" aria-current="page">${name}</a>`
			: html`<a href="${address}">${name}</a>`,
	);
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>${title} · Cin7 Omni sandbox</title>
				<style>
					${style}
				</style>
			</head>
			<body>
				<header>
					<div>
						<strong>Cin7 Omni sandbox</strong>
						<nav>${links}</nav>
						<time>${minute(now)} UTC</time>
					</div>
				</header>
				<main>
					<h1>${title}</h1>
					${content}
				</main>
			</body>
		</html>`.text;
}

/** A heading, and after a `#` where its numbers stand to the right. */
export function table(headings: string[], rows: unknown[][]): Html {
	if (rows.length === 0) return html`<p class="soft">Nothing here yet.</p>`;
	const right = headings.map((heading) => heading.startsWith('#'));
	const wide = headings.map((heading) => heading.startsWith('~'));
	const kind = (n: number) => (right[n] ? 'number' : wide[n] ? 'wide' : '');
	return html`<div class="scroll">
		<table>
			<thead>
				<tr>
					${headings.map(
						(heading, n) => html`<th class="${kind(n)}">${heading.replace(/^[#~]/, '')}</th>`,
					)}
				</tr>
			</thead>
			<tbody>
				${rows.map(
					(row) =>
						html`<tr>
							${row.map((cell, n) => html`<td class="${kind(n)}">${cell}</td>`)}
						</tr> `,
				)}
			</tbody>
		</table>
	</div>`;
}

export function details(entries: [string, unknown][]): Html {
	const shown = entries.filter(
		([, value]) => value !== null && value !== undefined && value !== '',
	);
	return html`<dl>
		${shown.map(
			([name, value]) =>
				html`<dt>${name}</dt>
					<dd>${value}</dd>`,
		)}
	</dl>`;
}

/** An instant as a person reads it, in UTC as all times of the API. */
export function when(instant: unknown): string {
	if (typeof instant !== 'string' || instant === '') return '–';
	return instant.replace('T', ' ').replace(/Z$/, '');
}

/** An instant to the minute, in UTC. */
export function minute(instant: unknown): string {
	return when(instant).slice(0, 16);
}

/** The day of an instant, in UTC. */
export function day(instant: unknown): string {
	return when(instant).slice(0, 10);
}

export function money(amount: unknown, currencyCode?: unknown): string {
	if (typeof amount !== 'number') return '–';
	const text = toText(round(decimal(amount), minorDigits(currencyCode as string)));
	return currencyCode ? `${text} ${String(currencyCode)}` : text;
}

const moods: Record<string, string> = {
	APPROVED: 'good',
	Dispatched: 'good',
	Imported: 'good',
	DRAFT: 'wait',
	'Needs Attention': 'wait',
	VOID: 'bad',
	Error: 'bad',
	NotImported: '',
};

export function tag(text: unknown): Html | string {
	if (text === null || text === undefined || text === '') return '–';
	return html`<span class="tag ${moods[String(text)] ?? ''}">${text}</span>`;
}

/** Links to the pages before and after, keeping the other parameters. */
export function pager(
	path: string,
	query: Record<string, string>,
	at: number,
	more: boolean,
): Html {
	const to = (n: number) =>
		`${path}?${new URLSearchParams({ ...query, page: String(n) }).toString()}`;
	return html`<div class="pages">
		${at > 1 && html`<a href="${to(at - 1)}">← Newer</a>`} <span>Page ${at}</span>${more &&
		html`<a href="${to(at + 1)}">Older →</a>`}
	</div>`;
}
