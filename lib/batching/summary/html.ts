/**
 * A mail as HTML for a plain mail client: inline styles, nothing from outside, and tables narrow enough for a phone. Every
 * text is escaped.
 */
import { escapeHtml } from './escapeHtml';
import type { Cell, Mail, Part } from './mail';

const cell = 'padding:6px 12px 6px 0;border-bottom:1px solid #d8dee6;vertical-align:top';
const left = `${cell};text-align:left`;
const right = `${cell};padding-right:0;text-align:right;white-space:nowrap`;
const heading = 'font-size:16px;line-height:1.3;margin:24px 0 6px';
const small = 'color:#52606d;font-size:13px';
const button =
	'display:inline-block;padding:8px 14px;border:1px solid #1f5f99;border-radius:4px;color:#1f5f99;text-decoration:none';

/** The body of the mail; also shown on the page that ends the form. */
export function htmlOf({ title, origin, parts }: Mail): string {
	const body = [
		`<h1 style="font-size:19px;line-height:1.35;margin:0 0 4px">${escapeHtml(title)}</h1>`,
		`<p style="margin:0 0 16px;${small}">${escapeHtml(origin)}</p>`,
		...parts.map(partOf),
	];
	return `<div style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45;color:#1f2933;background:#ffffff;max-width:680px;overflow-wrap:anywhere">${body.join('')}</div>`;
}

function partOf(part: Part): string {
	switch (part.kind) {
		case 'notice':
			return `<p style="margin:0 0 16px;padding:10px 12px;background:#fff6da;border-left:4px solid #b7791f">${escapeHtml(part.text)}</p>`;
		case 'paragraph':
			return `<p style="margin:20px 0 0">${escapeHtml(part.text)}</p>`;
		case 'link':
			return `<p style="margin:20px 0 0"><a href="${escapeHtml(part.url)}" style="${button}">${escapeHtml(part.text)}</a></p>`;
		case 'list': {
			const items = part.lines.map((line) => `<li style="margin:0 0 4px">${escapeHtml(line)}</li>`);
			return `<h2 style="${heading}">${escapeHtml(part.title)}</h2><ul style="margin:0;padding-left:20px">${items.join('')}</ul>`;
		}
		case 'table':
			return table(part);
	}
}

function table({ title, columns, rows, more }: Extract<Part, { kind: 'table' }>): string {
	const style = (index: number) => {
		if (index === columns.length - 1) return right;
		// Names and days; where there are only two columns, the first one has sentences.
		return index === 0 && columns.length > 2 ? `${left};white-space:nowrap` : left;
	};
	const head = columns.map(
		(column, index) =>
			`<th scope="col" style="${style(index)};${small}">${escapeHtml(column)}</th>`,
	);
	const body = rows.map((row) => {
		const cells = row.map((lines, index) => `<td style="${style(index)}">${cellText(lines)}</td>`);
		return `<tr>${cells.join('')}</tr>`;
	});
	const rest =
		more > 0
			? `<p style="margin:6px 0 0;${small}">… and ${more} more in the output of the node</p>`
			: '';
	return `<h2 style="${heading}">${escapeHtml(title)}</h2><table style="border-collapse:collapse;width:100%"><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>${rest}`;
}

function cellText([first, ...more]: Cell): string {
	const rest = more.map((line) => `<br><span style="${small}">${escapeHtml(line)}</span>`);
	return escapeHtml(first) + rest.join('');
}
