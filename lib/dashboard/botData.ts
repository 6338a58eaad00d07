/** A bot as data: what the page shows, for who wants to make something else of it. */
import type { Outcome } from './lastRun';
import { editAddress, executionAddress, type Places } from './page/links';
import type { SeenBot } from './seenBot';
import { settingsInWords } from './settings/inWords';
import { isoOf } from './when';

export interface BotData {
	id: string;
	name: string;
	category: string;
	active: boolean;
	running: boolean;
	lastRun: { at: string | null; outcome: Outcome; message: string; url: string | null } | null;
	/** ISO; null when no schedule starts it, or when it cannot be said. */
	nextRun: string | null;
	timeZone: string;
	settings: Record<string, string>;
	editUrl: string | null;
}

export function botData({ bot, runs, next }: SeenBot, places: Places): BotData {
	const { last, running } = runs;
	return {
		id: bot.id,
		name: bot.name,
		category: bot.category,
		active: bot.published,
		running: running.length > 0,
		lastRun: last && {
			at: last.startedAt === null ? null : isoOf(last.startedAt),
			outcome: last.outcome,
			message: last.row?.message ?? '',
			url: executionAddress(places, bot.id, last.executionId),
		},
		nextRun: bot.published && next !== undefined && 'at' in next ? isoOf(next.at) : null,
		timeZone: bot.timeZone,
		settings: Object.fromEntries(
			settingsInWords(bot).map(({ label, texts }) => [label, texts.join('; ')]),
		),
		editUrl: editAddress(places, bot.id),
	};
}
