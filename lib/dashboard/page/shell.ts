/** The frame of every page: one document with nothing from outside. */
import { html, type Html } from './html';
import { refreshSeconds, script } from './script';
import { style } from './style';

export interface Notice {
	kind: 'info' | 'look' | 'bad';
	/** Sentences. */
	text: string;
	link?: { text: string; address: string | null };
}

export interface Shell {
	title: string;
	notices: readonly Notice[];
	/** Beside the title. */
	action?: Html;
	/** Below the title. */
	tabs?: Html;
	content: Html;
	footer?: Html;
	/** Whether to look again in a moment, because something is going on. */
	refresh?: boolean;
}

/** A whole HTML document. */
export function document({ title, notices, content, ...rest }: Shell): string {
	const { action, tabs, footer, refresh = false } = rest;
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width,initial-scale=1" />
				<meta name="referrer" content="no-referrer" />
				<title>${title}</title>
				<link rel="icon" href="data:," />
				<style>
					${style}
				</style>
				${refresh &&
				html`<noscript><meta http-equiv="refresh" content="${refreshSeconds * 2}" /></noscript>`}
			</head>
			<body>
				<a class="skip" href="#bots">Skip to the content</a>
				<header>
					<div class="top">
						<h1>${title}</h1>
						${action}
					</div>
					${tabs && html`<nav aria-label="Categories">${tabs}</nav>`}
				</header>
				<main id="bots" class="tabbed">${notices.map(noticeHtml)} ${content}</main>
				<footer>
					${footer}${refresh &&
					html`<button id="updates" class="second" type="button" hidden>Pause updates</button>`}
				</footer>
				<script>
					${script};
				</script>
			</body>
		</html>`.text;
}

function noticeHtml({ kind, text, link }: Notice): Html {
	const anchor = link && link.address !== null && html` <a href="${link.address}">${link.text}</a>`;
	return html`<p class="note ${kind}" role="${kind === 'info' ? 'status' : 'alert'}">
		${text}${anchor}
	</p>`;
}
