// A real n8n whose clock a test can set, and what its public API says of workflows and executions.
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import axios from 'axios';
import { signIn, type Session } from '../../sandbox/n8n/api.mts';
import { ownerOf } from '../../sandbox/n8n/owner.mts';
import { packPackage } from '../../sandbox/n8n/nodePackage.mts';
import { startN8n } from '../../sandbox/n8n/server.mts';
import { checkout } from './openN8n.mts';

export interface ClockedN8n {
	url: string;
	/** Sets n8n's clock, which then goes on, and signs in again: n8n takes it that the time in between has passed. */
	setClock(instant: number): Promise<Session>;
	/** What n8n's clock says. */
	now(): number;
	/** `GET /api/v1<path>` with an API key, as n8n's own n8n node calls it. */
	api<T>(path: string): Promise<T>;
	close(): Promise<void>;
}

export interface ClockedN8nOptions {
	/** Whether our nodes are in it. Needs dist/ (npm run build). */
	withPackage?: boolean;
	/** The zone of workflows that set none. */
	timeZone?: string;
}

export async function openClockedN8n(
	startsAt: number,
	{ withPackage = false, timeZone }: ClockedN8nOptions = {},
): Promise<ClockedN8n> {
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-clock-'));
	const userFolder = join(folder, 'n8n');
	const clock = join(folder, 'clock');
	let ahead = 0;
	const write = async (instant: number) => {
		ahead = instant - Date.now();
		// In one go: n8n may read at any moment.
		await writeFile(`${clock}.new`, String(ahead));
		await rename(`${clock}.new`, clock);
	};
	await write(startsAt);
	const preload = pathToFileURL(join(import.meta.dirname, 'movedClock.mts')).href;
	const n8n = await startN8n({
		userFolder,
		env: {
			NODE_OPTIONS: `--import=${preload}`,
			MOVED_CLOCK_FILE: clock,
			...(timeZone !== undefined && { GENERIC_TIMEZONE: timeZone }),
		},
		...(withPackage && { packageFile: await packPackage(checkout, join(folder, 'package')) }),
	});
	const session = async () => await signIn(n8n.url, await ownerOf(userFolder));
	const { rawApiKey } = await (
		await session()
	).post<{ rawApiKey: string }>('/api-keys', {
		label: 'Dashboard',
		scopes: ['workflow:read', 'workflow:list', 'execution:read', 'execution:list'],
		expiresAt: null,
	});
	return {
		url: n8n.url,
		async setClock(instant) {
			await write(instant);
			const seen = async () => await readFile(`${clock}.${n8n.pid}`, 'utf8').catch(() => '');
			while ((await seen()) !== String(ahead)) await pause(50);
			return await session();
		},
		now: () => Date.now() + ahead,
		async api(path) {
			const { data } = await axios.get(`${n8n.url}/api/v1${path}`, {
				headers: { 'X-N8N-API-KEY': rawApiKey },
				proxy: false,
			});
			return data;
		},
		async close() {
			await n8n.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
