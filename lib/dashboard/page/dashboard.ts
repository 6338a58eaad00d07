/** The dashboard: bots by category, and what was asked of one a moment ago. */
import { categories, categoryAnchor, type Category } from '../category';
import { fromNow } from '../when';
import type { Seen, SeenBot } from '../seenBot';
import { botCard } from './botCard';
import { html, type Html } from './html';
import { editAddress, type Places } from './links';
import { document, type Notice } from './shell';

/** What the page's own address says, after something was pressed. */
export interface Arrival {
	/** The bot that was asked, and what for. */
	asked?: { botId: string; whatToDo: string; at: number; started: boolean };
	/** The bot that was created. */
	created?: string;
}

/** Milliseconds for which the page says that a bot was started, and looks again. */
const freshFor = 15_000;

/** @param now in milliseconds */
export function dashboardPage(seen: Seen, places: Places, now: number, arrival: Arrival): string {
	const { bots, unread } = seen;
	const notices: Notice[] = [
		...unread.map((text): Notice => ({ kind: 'bad', text })),
		...arrivalNotices(bots, places, now, arrival),
	];
	const running = bots.some(({ runs }) => runs.running.length > 0);
	return document({
		title: 'Automation Bots',
		notices,
		action: html`<a class="button" href="?new">Create New Automation Bot</a>`,
		tabs: tabsHtml(bots),
		content:
			bots.length === 0 && unread.length === 0 ? nobody : html`${sections(bots, places, now)}`,
		footer: html`<span
				>Drawn ${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} UTC</span
			>
			<a href="?">Look again</a>`,
		refresh: running || isFresh(arrival, now),
	});
}

const nobody = html`<h2>No bots yet</h2>
	<p>
		A bot is a workflow with one of the Cin7 Omni nodes.
		<a href="?new">Create one from a template</a>, or import one into n8n.
	</p>`;

function tabsHtml(bots: readonly SeenBot[]): Html {
	return html`<ul class="tabs">
		<li><a href="#bots" aria-current="true">All (${bots.length})</a></li>
		${categories.map(
			(category) =>
				html`<li>
					<a href="#${categoryAnchor(category)}"
						>${category} (${inCategory(bots, category).length})</a
					>
				</li>`,
		)}
	</ul>`;
}

function sections(bots: readonly SeenBot[], places: Places, now: number): Html[] {
	return categories.map((category) => {
		const shown = inCategory(bots, category);
		const content =
			shown.length === 0
				? html`<p class="soft">No bots here yet.</p>`
				: html`<ul class="cards">
						${shown.map((seen) => botCard(seen, places, now))}
					</ul>`;
		return html`<section
			class="category"
			id="${categoryAnchor(category)}"
			aria-labelledby="${categoryAnchor(category)}-name"
		>
			<h2 id="${categoryAnchor(category)}-name">${category}</h2>
			${content}
		</section>`;
	});
}

function inCategory(bots: readonly SeenBot[], category: Category): SeenBot[] {
	return bots.filter(({ bot }) => bot.category === category);
}

/** Only what is known from n8n is repeated, so that a link of somebody else's cannot put words on this page. */
function arrivalNotices(
	bots: readonly SeenBot[],
	places: Places,
	now: number,
	arrival: Arrival,
): Notice[] {
	const { asked, created } = arrival;
	const named = (id: string) => bots.find(({ bot }) => bot.id === id)?.bot;
	const notices: Notice[] = [];
	const askedBot = asked && named(asked.botId);
	if (asked && askedBot && !asked.started) {
		notices.push({
			kind: 'bad',
			text: `n8n did not start “${askedBot.name}”. Open it in n8n and see whether it is published, and whether its settings let this workflow start it.`,
			link: { text: 'Open it in n8n', address: editAddress(places, askedBot.id) },
		});
	} else if (asked && askedBot && isFresh(arrival, now)) {
		const what = asked.whatToDo === 'preview' ? 'Preview' : 'Run';
		notices.push({
			kind: 'info',
			text: `${what} of “${askedBot.name}” was started ${fromNow(asked.at, now)}.`,
		});
	}
	const createdBot = created === undefined ? undefined : named(created);
	if (createdBot) {
		notices.push({
			kind: 'info',
			text: `“${createdBot.name}” is created. Open it in n8n, follow its first note (choose your credentials), then publish it.`,
			link: { text: 'Open it in n8n', address: editAddress(places, createdBot.id) },
		});
	}
	return notices;
}

function isFresh({ asked }: Arrival, now: number): boolean {
	return (
		asked !== undefined && asked.started && asked.at <= now + 1000 && now - asked.at < freshFor
	);
}
