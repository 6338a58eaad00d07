/** One bot on the dashboard. */
import { channelFlow } from '../channels';
import { settingsInWords } from '../settings/inWords';
import type { Setting } from '../settings/setting';
import type { SeenBot } from '../seenBot';
import { diagram } from './diagram';
import { html, type Html } from './html';
import { lastRunHtml } from './lastRun';
import { editAddress, executionAddress, formAddress, type Places } from './links';
import { timeHtml, type Clock } from './time';

/** The anchor of a bot's card. */
export function anchorOf(botId: string): string {
	return `bot-${botId.replace(/[^\w-]/g, '_')}`;
}

/**
 * @param places where links lead
 * @param now in milliseconds
 */
export function botCard(seen: SeenBot, places: Places, now: number): Html {
	const { bot } = seen;
	const anchor = anchorOf(bot.id);
	const clock = { now, zone: bot.timeZone };
	return html`<li id="${anchor}">
		<article class="card" aria-labelledby="${anchor}-name">
			<div class="head">
				<h3 id="${anchor}-name">${bot.name || 'Without a name'}</h3>
				<span class="state${bot.published && ' on'}"
					>${bot.published ? 'Active' : 'Not published'}</span
				>
			</div>
			${diagram(channelFlow(bot), `${anchor}-channels`)}
			<dl>
				${seen.runs.running.map(
					({ startedAt, id }) =>
						html`<dt>Now</dt>
							<dd>
								<span class="outcome look"
									>${startedAt === null
										? 'Waiting for its turn'
										: html`Running since ${timeHtml(startedAt, clock)}`}</span
								>${linkHtml(executionAddress(places, bot.id, id), 'Look at this run')}
							</dd>`,
				)}
				<dt>Last run</dt>
				<dd>${lastRun(seen, clock, places)}</dd>
				${previewSince(seen, clock, places)}
				<dt>Next run</dt>
				<dd>${nextRun(seen, clock)}</dd>
			</dl>
			${bot.asking.why !== '' &&
			html`<p class="small soft" id="${anchor}-why">${bot.asking.why}</p>`}
			<div class="actions">
				${buttons(seen, anchor)}${formLink(seen, places)}${editLink(seen, places)}
			</div>
			<details class="settings" open>
				<summary>Settings<span class="visually-hidden"> of ${bot.name}</span></summary>
				<dl>${settingsInWords(bot).map(settingHtml)}</dl>
				${bot.changedSincePublished &&
				html`<p class="small soft">
					Changed since it was published; these are the settings that run.
				</p>`}
			</details>
		</article>
	</li>`;
}

function lastRun({ bot, runs, unreadRuns }: SeenBot, clock: Clock, places: Places): Html {
	if (runs.last === null)
		return html`${unreadRuns ? 'Not known' : 'None yet, as far as n8n knows'}`;
	return lastRunHtml(runs.last, clock, executionAddress(places, bot.id, runs.last.executionId));
}

/** A Preview after the last run stands beside it: what a person has to see to stays until the next run. */
function previewSince({ bot, runs }: SeenBot, clock: Clock, places: Places): Html {
	const { previewSince: preview } = runs;
	if (preview === null) return html``;
	const address = executionAddress(places, bot.id, preview.executionId);
	return html`<dt>Last Preview</dt>
		<dd>${lastRunHtml(preview, clock, address)}</dd>`;
}

function nextRun({ bot, next }: SeenBot, clock: Clock): Html {
	if (next === undefined) return html`On demand only`;
	if (!bot.published) return html`None: it is not published`;
	if ('unknown' in next) return html`${next.unknown}`;
	const assuming = next.assuming && html`<br /><span class="soft small">${next.assuming}</span>`;
	return html`${timeHtml(next.at, clock)}<br /><span class="soft small">${bot.timeZone}</span
		>${assuming}`;
}

/** What can be pressed; a button that cannot is still shown, with the reason read out beside it. */
function buttons({ bot, runs }: SeenBot, anchor: string): Html[] {
	const { preview, run, why } = bot.asking;
	const running = runs.running.length > 0;
	const button = (whatToDo: string, label: string, possible: boolean, second: boolean) =>
		html`<form method="post" action="?">
			<input type="hidden" name="bot" value="${bot.id}" /><input
				type="hidden"
				name="version"
				value="${bot.version}"
			/>
			<button
				name="whatToDo"
				value="${whatToDo}"
				${second && html` class="second"`}${(!possible || running) && html` disabled`}${why !==
					'' && html` aria-describedby="${anchor}-why"`}
			>
				${label}<span class="visually-hidden"> ${bot.name}</span>
			</button>
		</form>`;
	const neither = !preview && !run && why !== '';
	return [
		preview || (neither && bot.batches) ? button('preview', 'Preview', preview, true) : html``,
		run || neither ? button('run', 'Run', run, false) : html``,
	];
}

function formLink({ bot }: SeenBot, places: Places): Html {
	const address = bot.formPath === null ? null : formAddress(places, bot.formPath);
	return linkHtml(address, 'Open its form', bot.name, 'button second');
}

function editLink({ bot }: SeenBot, places: Places): Html {
	return linkHtml(editAddress(places, bot.id), 'Edit in n8n', bot.name, 'edit');
}

function linkHtml(address: string | null, text: string, of = '', kind = ''): Html {
	if (address === null) return html``;
	return html` <a href="${address}" ${kind !== '' && html` class="${kind}"`}
		>${text}${of !== '' && html`<span class="visually-hidden">: ${of}</span>`}</a
	>`;
}

function settingHtml({ label, texts }: Setting): Html {
	if (texts.length === 1)
		return html`<dt>${label}</dt>
			<dd>${texts[0]}</dd>`;
	const list = html`<ul>
		${texts.map((one) => html`<li>${one}</li>`)}
	</ul>`;
	return html`<dt class="wide">${label}</dt>
		<dd class="wide">${list}</dd>`;
}
