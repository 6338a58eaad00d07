/** A bot as data: what the page shows, for who wants to make something else of it. */
import type { LastRun, Outcome } from './lastRun';
import { editAddress, executionAddress, type Places } from './page/links';
import type { SeenBot } from './seenBot';
import { settingsInWords } from './settings/inWords';
import type { NextRun } from './schedule/nextRun';
import { isoOf } from './when';

export interface BotData {
	id: string;
	name: string;
	category: string;
	active: boolean;
	running: boolean;
	lastRun: RunData | null;
	/** A Preview that is newer than the last run. */
	previewSince: RunData | null;
	/** ISO; null when no schedule starts it, or when it cannot be said. */
	nextRun: string | null;
	/** What the next run takes for granted, or why there is none, in sentences; empty when nothing is to be said. */
	nextRunNote: string;
	timeZone: string;
	settings: Record<string, string>;
	editUrl: string | null;
}

interface RunData {
	/** ISO; null when n8n did not say. */
	at: string | null;
	outcome: Outcome;
	message: string;
	url: string | null;
}

export function botData({ bot, runs, next }: SeenBot, places: Places): BotData {
	const { last, previewSince, running } = runs;
	const runData = ({ startedAt, outcome, row, executionId }: LastRun): RunData => ({
		at: startedAt === null ? null : isoOf(startedAt),
		outcome,
		message: row?.message ?? '',
		url: executionAddress(places, bot.id, executionId),
	});
	const known = bot.published ? next : undefined;
	return {
		id: bot.id,
		name: bot.name,
		category: bot.category,
		active: bot.published,
		running: running.length > 0,
		lastRun: last && runData(last),
		previewSince: previewSince && runData(previewSince),
		nextRun: known !== undefined && 'at' in known ? isoOf(known.at) : null,
		nextRunNote: noteOf(known),
		timeZone: bot.timeZone,
		settings: Object.fromEntries(
			settingsInWords(bot).map(({ label, texts }) => [label, texts.join('; ')]),
		),
		editUrl: editAddress(places, bot.id),
	};
}

function noteOf(next: NextRun | undefined): string {
	if (next === undefined) return '';
	return 'unknown' in next ? next.unknown : (next.assuming ?? '');
}
