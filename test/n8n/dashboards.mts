// The Automation Bots Dashboard as somebody set it up: its template published in a real n8n beside some bots, and a real
// browser that has its password.
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import type { Page } from 'playwright-core';
import type { Credential } from '../../sandbox/n8n/credentials.mts';
import { placeDashboardCredentials } from '../../sandbox/n8n/dashboardCredentials.mts';
import {
	publishWorkflow,
	type SavedWorkflow,
	type Workflow,
} from '../../sandbox/n8n/workflows.mts';
import { template } from './openN8n.mts';
import { openBots, type Bots } from './runs.mts';
import { startBrowser } from './startBrowser.mts';

export const whoMaySee = { user: 'office', password: 'a-password-of-the-test' };

export interface Dashboard extends Bots {
	/** Address of the page. */
	address: string;
	workflow: SavedWorkflow;
	credentials: Credential[];
	/** Asks for the page, with the password unless told otherwise. */
	get(query?: string, auth?: { username: string; password: string } | null): Promise<Answer>;
	/** Sends a form as a button does, or as somebody else's page would. */
	post(form: Record<string, string>): Promise<Answer>;
	/** Presses a button on a bot's card. */
	press(whatToDo: string, botId: string): Promise<Answer>;
	/** Publishes it and waits until it is live. */
	publish(workflow: SavedWorkflow): Promise<SavedWorkflow>;
}

export interface Answer {
	status: number;
	location: string;
	headers: Record<string, unknown>;
	body: string;
}

export async function openDashboard(): Promise<Dashboard> {
	const n8n = await openBots();
	const credentials = await placeDashboardCredentials(n8n.session, n8n.url, whoMaySee);
	const publish = async (workflow: SavedWorkflow) => {
		await publishWorkflow(n8n.session, workflow);
		return workflow;
	};
	const imported: Workflow = await template('automation-bots-dashboard');
	const workflow = await publish(await n8n.place(imported, credentials));
	const address = `${n8n.url}/webhook/automation-bots`;
	const { user: username, password } = whoMaySee;
	const http = axios.create({ proxy: false, maxRedirects: 0, validateStatus: () => true });
	const get: Dashboard['get'] = async (query = '', auth = { username, password }) =>
		answer(await http.get(`${address}${query}`, auth === null ? {} : { auth }));
	const post: Dashboard['post'] = async (form) =>
		answer(await http.post(address, new URLSearchParams(form), { auth: { username, password } }));
	return {
		...n8n,
		address,
		workflow,
		credentials,
		publish,
		get,
		post,
		async press(whatToDo, botId) {
			const { body } = await get();
			return await post({ whatToDo, bot: botId, version: fieldOf(body, botId, 'version') });
		},
	};
}

function answer({ status, headers, data }: Record<string, any>): Answer {
	return { status, location: String(headers.location ?? ''), headers, body: String(data) };
}

/** What stands on a bot's card. */
export function cardOf(body: string, botId: string): string {
	const from = body.indexOf(`id="bot-${botId}"`);
	return from < 0 ? '' : body.slice(from, body.indexOf('</article>', from));
}

/** A field of the form that stands on a bot's card. */
export function fieldOf(body: string, botId: string, name: string): string {
	return new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(cardOf(body, botId))?.[1] ?? '';
}

/** Until something holds; the page of a bot that runs is drawn anew every few seconds. */
export async function eventually<T>(look: () => Promise<T | undefined>, withinMs = 60_000) {
	for (const started = Date.now(); Date.now() - started < withinMs; await pause(300)) {
		const found = await look();
		if (found !== undefined) return found;
	}
	throw new Error(`It did not come about within ${withinMs / 1000} seconds.`);
}

export interface Browser {
	page: Page;
	close(): Promise<void>;
}

/** One page of a real browser that knows the password, and is signed in to n8n. */
export async function openPage(dashboard: Dashboard): Promise<Browser> {
	const { browser, close } = await startBrowser();
	const context = await browser.newContext({
		viewport: { width: 1280, height: 1000 },
		httpCredentials: { username: whoMaySee.user, password: whoMaySee.password },
	});
	const { hostname } = new URL(dashboard.url);
	const value = dashboard.session.authCookie;
	await context.addCookies([
		{ name: 'n8n-auth', value, domain: hostname, path: '/', httpOnly: true },
	]);
	return {
		page: await context.newPage(),
		close,
	};
}
