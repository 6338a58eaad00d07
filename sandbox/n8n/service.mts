// Starts a long-running program (n8n, the sandbox's own services) on a leash, and stops it for certain.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export interface Service {
	/** Process id of the program itself, for tests that kill it. */
	pid: number;
	/** Its standard output, when it was not sent to a file. */
	stdout: Readable | null;
	/** Settles with the exit code when the program has ended, for whatever reason. */
	ended: Promise<number>;
	/** Asks the program to end, insists after the grace time, and waits until it and its children are gone. */
	stop(): Promise<void>;
}

export interface ServiceOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** File descriptor that receives what the program writes on stderr, and on stdout unless `readStdout`. */
	log: number;
	readStdout?: boolean;
	/** Milliseconds between asking to end and insisting. */
	graceMs?: number;
}

/** The leash insists after the grace time; if it does not, it is the one that hangs. */
const LEASH_MARGIN_MS = 3_000;

/** Ends those that have been started by this process and run still, also those that are just coming up. */
const running = new Set<() => Promise<void>>();

/** Stops every program that this process started. */
export async function stopServices(): Promise<void> {
	await Promise.all([...running].map((stop) => stop()));
}

/**
 * Starts a program.
 * @throws when it cannot be started
 */
export async function startService(
	command: string,
	args: string[],
	{ cwd, env, log, readStdout = false, graceMs = 10_000 }: ServiceOptions,
): Promise<Service> {
	const leash = spawn(
		process.execPath,
		[join(import.meta.dirname, 'leash.mts'), String(graceMs), command, ...args],
		// Detached: Ctrl-C in the terminal is for the starter, which stops its services in good order.
		{ cwd, env, stdio: ['ignore', readStdout ? 'pipe' : log, log, 'ipc'], detached: true },
	);
	let pid = 0;
	const ended = new Promise<number>((resolve) => {
		leash.once('exit', (code) => {
			if (code === null) endGroup(pid);
			resolve(code ?? 1);
		});
	});
	const stop = async (): Promise<void> => {
		if (leash.connected) leash.disconnect();
		const insist = setTimeout(() => leash.kill('SIGKILL'), graceMs + LEASH_MARGIN_MS);
		await ended.finally(() => clearTimeout(insist));
	};
	running.add(stop);
	void ended.then(() => running.delete(stop));
	pid = await new Promise<number>((resolve, reject) => {
		leash.once('message', (message: { pid: number }) => resolve(message.pid));
		leash.once('error', reject);
		void ended.then((code) => reject(new Error(`${command} could not be started (code ${code})`)));
	});
	return { pid, stdout: leash.stdout, ended, stop };
}

/** The leash itself was killed, so its program has nobody to end it. */
function endGroup(pid: number): void {
	if (pid === 0) return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It has ended already.
	}
}
