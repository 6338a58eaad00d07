// The page of some lists, for the tests of the dashboard.
import { dashboardPage, type Arrival } from '../../../lib/dashboard/page/dashboard';
import { placesOf } from '../../../lib/dashboard/page/links';
import { seenBots, type Lists } from '../../../lib/dashboard/seenBot';
import { now } from './workflows.mts';

const places = placesOf(
	'https://n8n.example.com/',
	'https://n8n.example.com/webhook/automation-bots',
);

export function drawn(lists: Partial<Lists>, arrival: Arrival = {}, at = places): string {
	const all = { workflows: [], executions: [], running: [], history: [], ...lists };
	return dashboardPage(seenBots(all, now, 'UTC', 'own'), at, now, arrival);
}

/** As the page's address says it after Run was pressed. */
export function started(botId: string, more = {}): Arrival {
	return { asked: { botId, whatToDo: 'run', at: now - 2000, started: true, ...more } };
}

/** The page without tags, as one reads it. */
export function text(body: string): string {
	const [, main = ''] = body.split('<main');
	return main
		.replace(/<script[\s\S]*/, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ');
}
