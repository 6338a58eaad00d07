// Starts and stops a real n8n in a folder of its own.

import { execFile } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import axios from 'axios';
import { n8nEnvironment } from './environment.mts';
import { installPackage } from './nodePackage.mts';
import { freePorts } from './ports.mts';
import { startService } from './service.mts';

const READY_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 250;
const STOP_GRACE_MS = 10_000;

export interface N8nOptions {
	/** Everything this n8n knows is below it; empty or absent for a new n8n. */
	userFolder: string;
	/** Folder of another n8n than this folder's (see installation.mjs). */
	n8nFolder?: string;
	/** Taken when free; otherwise, or when left out, any free port. */
	port?: number;
	env?: Record<string, string>;
	/** The packed node package (`packPackage`) to have in place. */
	packageFile?: string;
}

export interface N8n {
	url: string;
	version: string;
	userFolder: string;
	/** Process id of n8n itself. */
	pid: number;
	/** File with everything n8n wrote. */
	log: string;
	/** Settles with the exit code when n8n has ended, for whatever reason. */
	ended: Promise<number>;
	/** Ends n8n and its task runner, and waits until both are gone. */
	stop(): Promise<void>;
}

/**
 * Starts n8n and waits until it answers, two minutes at most.
 * @throws with the end of n8n's log when it does not come up
 */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	const { userFolder } = options;
	await mkdir(userFolder, { recursive: true });
	const n8nFolder = options.n8nFolder ?? (await installedN8n());
	if (options.packageFile !== undefined) await installPackage(options.packageFile, userFolder);
	const [port = 0, brokerPort = 0] = await freePorts(2, options.port);
	const log = join(userFolder, 'n8n.log');
	const logFile = openSync(log, 'w');
	const service = await startService(
		join(n8nFolder, 'node_modules', 'node', 'bin', 'node'),
		[join(n8nFolder, 'node_modules', 'n8n', 'bin', 'n8n'), 'start'],
		{
			cwd: userFolder,
			env: n8nEnvironment({ n8nFolder, userFolder, port, brokerPort }, options.env),
			log: logFile,
			graceMs: STOP_GRACE_MS,
		},
	).finally(() => closeSync(logFile));
	const url = `http://127.0.0.1:${port}`;
	try {
		await untilReady(url, service.ended);
	} catch (error) {
		await service.stop();
		const lines = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-20).join('\n');
		throw new Error(`${(error as Error).message} The end of ${log}:\n${lines}`);
	}
	const { pid, ended, stop } = service;
	return { url, version: await versionIn(n8nFolder), userFolder, pid, log, ended, stop };
}

/** Installs n8n into the user's cache unless it is there (see install.mjs), and says where it is. */
export async function installedN8n(): Promise<string> {
	const script = join(import.meta.dirname, 'install.mjs');
	const running = promisify(execFile)(process.execPath, [script]);
	running.child.stderr?.pipe(process.stderr);
	return (await running).stdout.trim();
}

async function versionIn(n8nFolder: string): Promise<string> {
	const file = join(n8nFolder, 'node_modules', 'n8n', 'package.json');
	return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}

async function untilReady(url: string, ended: Promise<number>): Promise<void> {
	let exitCode: number | undefined;
	void ended.then((code) => (exitCode = code));
	for (
		const started = Date.now();
		Date.now() - started < READY_WITHIN_MS;
		await pause(LOOK_EVERY_MS)
	) {
		if (exitCode !== undefined) throw new Error(`n8n ended with code ${exitCode} while starting.`);
		// n8n 1 says that it is ready before it answers.
		if ((await answers(`${url}/healthz/readiness`)) && (await answers(`${url}/rest/settings`)))
			return;
	}
	throw new Error(`n8n was not ready at ${url} within ${READY_WITHIN_MS / 1000} seconds.`);
}

async function answers(address: string): Promise<boolean> {
	const options = { validateStatus: () => true, timeout: 5_000, proxy: false as const };
	const answer = await axios.get(address, options).catch(() => undefined);
	return answer?.status === 200;
}
