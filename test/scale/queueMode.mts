// A real n8n in queue mode: a main process and workers, each with the package, beside a stand-in for Cin7. Needs dist/.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import axios from 'axios';
import { signIn, type Session } from '../../sandbox/n8n/api.mts';
import { packPackage } from '../../sandbox/n8n/nodePackage.mts';
import { ownerOf } from '../../sandbox/n8n/owner.mts';
import { startN8n } from '../../sandbox/n8n/server.mts';
import { startSandbox, type Sandbox } from '../../sandbox/n8n/services.mts';
import { readLedger, type Ledger } from '../../sandbox/n8n/verify.mts';
import type { Scenario } from '../../sandbox/scenario/scenario.mts';
import { startStores } from './stores.mts';
import { startWorker, type Worker } from './worker.mts';

export type { Worker } from './worker.mts';

/** A call that reached the stand-in. */
export interface Request {
	/** ISO 8601. */
	at: string;
	status: number;
}

export interface QueueMode {
	/** Of n8n. */
	version: string;
	session: Session;
	sandbox: Sandbox;
	workers: Worker[];
	ledger(): Promise<Ledger>;
	/** Calls since the log was cleared. */
	requests(): Promise<Request[]>;
	clearLog(): Promise<void>;
	stop(): Promise<void>;
}

const checkout = resolve(import.meta.dirname, '../..');

/**
 * Starts everything; the stand-in has Cin7's real limits.
 * @param places of each worker: how many executions it takes at a time
 */
export async function startQueueMode(
	scenario: Scenario,
	workerCount: number,
	places: number,
): Promise<QueueMode> {
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-scale-'));
	// PostgreSQL's account has to get through to its own folder.
	await chmod(folder, 0o711);
	const file = join(folder, 'scenario.json');
	await writeFile(file, JSON.stringify(scenario));
	const stores = await startStores(folder);
	const sandbox = await startSandbox(checkout, join(folder, 'sandbox'), [
		...['--scenario', file, '--limits', 'real'],
	]);
	const packageFile = await packPackage(checkout, join(folder, 'package'));
	const env = { ...stores.env, N8N_ENCRYPTION_KEY: 'key-of-a-test' };
	const userFolder = join(folder, 'main');
	const main = await startN8n({ userFolder, packageFile, env });
	const session = await signIn(main.url, await ownerOf(userFolder));
	const workers: Worker[] = [];
	for (let index = 1; index <= workerCount; index++) {
		workers.push(await startWorker(join(folder, `worker-${index}`), userFolder, env, places));
	}
	return {
		version: main.version,
		session,
		sandbox,
		workers,
		ledger: async () => await readLedger(sandbox.control),
		async requests() {
			const options = { proxy: false as const, maxContentLength: Infinity };
			const { data } = await axios.get<{ requests: Request[] }>(`${sandbox.control}/log`, options);
			return data.requests;
		},
		async clearLog() {
			await axios.post(`${sandbox.control}/log/clear`, {}, { proxy: false });
		},
		async stop() {
			await Promise.all(workers.map(async (worker) => await worker.stop()));
			await main.stop();
			await Promise.all([stores.stop(), sandbox.stop()]);
			await rm(folder, { recursive: true, force: true });
		},
	};
}
