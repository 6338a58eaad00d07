// Starts the sandbox's own services (Cin7, mailbox, control) as `npm run sandbox` does, and reads where they are.

import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { startService } from './service.mts';

const READY_WITHIN_MS = 60_000;

/** The first line of stdout of sandbox/main.mts. */
export interface SandboxUrls {
	cin7: string;
	amazon: string | null;
	lwa: string | null;
	smtp: string;
	control: string;
	/** For people: what is in the accounts, and what the bots did. */
	page: string;
	/** By service; each is the data of an n8n credential. */
	credentials: Record<string, Record<string, unknown>>;
}

export interface Sandbox extends SandboxUrls {
	ended: Promise<number>;
	stop(): Promise<void>;
}

/**
 * @param checkout folder of the repository
 * @param stateFolder where the ledger is kept between runs
 * @throws with the end of its log when it does not come up within a minute
 */
export async function startSandbox(
	checkout: string,
	stateFolder: string,
	args: string[] = [],
): Promise<Sandbox> {
	await mkdir(stateFolder, { recursive: true });
	const log = join(stateFolder, 'sandbox.log');
	const ledger = join(stateFolder, 'ledger.sqlite');
	// One that an older version of the sandbox kept may be what stops this one.
	const advice = existsSync(ledger)
		? `\nThe ledger was kept from an earlier start; --fresh begins with a new one.`
		: '';
	const logFile = openSync(log, 'w');
	const service = await startService(
		process.execPath,
		[join(checkout, 'sandbox', 'main.mts'), '--state', ledger, ...args],
		{ cwd: checkout, env: process.env, log: logFile, readStdout: true },
	).finally(() => closeSync(logFile));
	const waiting = new AbortController();
	try {
		const urls = await Promise.race([
			firstLine(service.stdout),
			service.ended.then((code) =>
				Promise.reject(new Error(`The sandbox ended with code ${code}.`)),
			),
			pause(READY_WITHIN_MS, undefined, { signal: waiting.signal }).then(() =>
				Promise.reject(
					new Error(`The sandbox was not ready within ${READY_WITHIN_MS / 1000} seconds.`),
				),
			),
		]);
		return { ...urls, ended: service.ended, stop: service.stop };
	} catch (error) {
		await service.stop();
		const lines = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-20).join('\n');
		throw new Error(`${(error as Error).message} The end of ${log}:\n${lines}${advice}`);
	} finally {
		waiting.abort();
	}
}

async function firstLine(stdout: NodeJS.ReadableStream | null): Promise<SandboxUrls> {
	if (stdout === null) throw new Error('The sandbox has no standard output.');
	const lines = createInterface({ input: stdout });
	const line = await new Promise<string>((resolve) => lines.once('line', resolve));
	// What it writes later is read and dropped, or it would stop when the pipe is full.
	return JSON.parse(line) as SandboxUrls;
}
