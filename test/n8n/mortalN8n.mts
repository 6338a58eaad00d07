// A real n8n that can be killed at any moment and started again on the same folder, beside a stand-in for Cin7 Omni that
// lives on. Needs dist/ (npm run build).
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { signIn, type Session } from '../../sandbox/n8n/api.mts';
import { packPackage } from '../../sandbox/n8n/nodePackage.mts';
import { ownerOf } from '../../sandbox/n8n/owner.mts';
import { startN8n, type N8n } from '../../sandbox/n8n/server.mts';
import { startSandbox, type Sandbox } from '../../sandbox/n8n/services.mts';
import { checkout } from './openN8n.mts';

export interface MortalN8n {
	sandbox: Sandbox;
	/** Signed in to the n8n that runs now. */
	session(): Session;
	/** Ends n8n and its task runner at once, without a word to them. */
	kill(): Promise<{ exitCode: number }>;
	/** Starts it on the folder that it left. */
	startAgain(): Promise<void>;
	/** The stand-in's control API. */
	control<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>;
	close(): Promise<void>;
}

export async function openMortalN8n(sandboxArgs: string[]): Promise<MortalN8n> {
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-killed-'));
	const userFolder = join(folder, 'n8n');
	const sandbox = await startSandbox(checkout, join(folder, 'sandbox'), sandboxArgs);
	const packageFile = await packPackage(checkout, join(folder, 'package'));
	let n8n: N8n;
	let session: Session;
	const startAgain = async () => {
		n8n = await startN8n({ userFolder, packageFile });
		session = await signIn(n8n.url, await ownerOf(userFolder));
	};
	await startAgain();
	return {
		sandbox,
		session: () => session,
		startAgain,
		async kill() {
			const { pid, ended } = n8n;
			// n8n first: it would start a task runner that it misses anew.
			for (const victim of [pid, ...(await childrenOf(pid))]) endNow(victim);
			return { exitCode: await ended };
		},
		async control(method, path, body) {
			const url = `${sandbox.control}/${path}`;
			const { data } = await axios.request({
				method,
				url,
				data: body,
				proxy: false,
				maxBodyLength: Infinity,
				maxContentLength: Infinity,
			});
			return data;
		},
		async close() {
			await n8n.stop();
			await sandbox.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Asks again and again, for half a minute at most. @throws Error that says what was waited for in vain */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
	for (const started = Date.now(); Date.now() - started < 30_000; await pause(20)) {
		if (await holds()) return;
	}
	throw new Error(`Waited half a minute in vain until ${what}.`);
}

/** Where the system does not tell them, the leash ends them with n8n (see sandbox/n8n/leash.mts). */
async function childrenOf(pid: number): Promise<number[]> {
	const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
	return list.split(' ').map(Number).filter(Boolean);
}

function endNow(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// The leash was quicker.
	}
}
