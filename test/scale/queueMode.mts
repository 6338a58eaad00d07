// A real n8n in queue mode: a main process and workers, each with the package, beside a stand-in for Cin7. Needs dist/.
import { closeSync, openSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { signIn, type Session } from '../../sandbox/n8n/api.mts';
import { n8nEnvironment } from '../../sandbox/n8n/environment.mts';
import { packPackage } from '../../sandbox/n8n/nodePackage.mts';
import { ownerOf } from '../../sandbox/n8n/owner.mts';
import { freePorts } from '../../sandbox/n8n/ports.mts';
import { installedN8n, startN8n } from '../../sandbox/n8n/server.mts';
import { startService, type Service } from '../../sandbox/n8n/service.mts';
import { startSandbox, type Sandbox } from '../../sandbox/n8n/services.mts';
import type { Scenario } from '../../sandbox/scenario/scenario.mts';
import { startStores } from './stores.mts';

export interface QueueMode {
	session: Session;
	sandbox: Sandbox;
	/** For tests that kill one. */
	workers: Service[];
	stop(): Promise<void>;
}

const checkout = resolve(import.meta.dirname, '../..');

export async function startQueueMode(scenario: Scenario, count: number): Promise<QueueMode> {
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-scale-'));
	// PostgreSQL's account has to get through to its own folder.
	await chmod(folder, 0o711);
	const file = join(folder, 'scenario.json');
	await writeFile(file, JSON.stringify(scenario));
	const sandbox = await startSandbox(checkout, join(folder, 'sandbox'), [
		...['--scenario', file, '--limits', 'real'],
	]);
	const stores = await startStores(folder);
	const packageFile = await packPackage(checkout, join(folder, 'package'));
	const env = { ...stores.env, N8N_ENCRYPTION_KEY: 'key-of-a-test' };
	const userFolder = join(folder, 'main');
	const main = await startN8n({ userFolder, packageFile, env });
	const session = await signIn(main.url, await ownerOf(userFolder));
	const workers: Service[] = [];
	for (let index = 1; index <= count; index++) {
		workers.push(await startWorker(join(folder, `worker-${index}`), userFolder, env));
	}
	return {
		session,
		sandbox,
		workers,
		async stop() {
			await Promise.all(workers.map(async (worker) => await worker.stop()));
			await main.stop();
			await stores.stop();
			await sandbox.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function startWorker(
	userFolder: string,
	mainFolder: string,
	env: Record<string, string>,
): Promise<Service> {
	const nodes = join('.n8n', 'nodes');
	await mkdir(join(userFolder, '.n8n'), { recursive: true });
	await cp(join(mainFolder, nodes), join(userFolder, nodes), {
		recursive: true,
		verbatimSymlinks: true,
	});
	const [port = 0, brokerPort = 0, healthPort = 0] = await freePorts(3);
	const n8nFolder = await installedN8n();
	const log = openSync(join(userFolder, 'worker.log'), 'w');
	const modules = join(n8nFolder, 'node_modules');
	const worker = await startService(
		join(modules, 'node', 'bin', 'node'),
		[join(modules, 'n8n', 'bin', 'n8n'), 'worker', '--concurrency=10'],
		{
			cwd: userFolder,
			env: n8nEnvironment(
				{ n8nFolder, userFolder, port, brokerPort },
				{
					...env,
					QUEUE_HEALTH_CHECK_ACTIVE: 'true',
					QUEUE_HEALTH_CHECK_PORT: String(healthPort),
					N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
				},
			),
			log,
		},
	).finally(() => closeSync(log));
	for (const started = Date.now(); Date.now() - started < 120_000; await pause(300)) {
		const url = `http://127.0.0.1:${healthPort}/healthz`;
		const answer = await axios.get(url, { proxy: false, timeout: 5_000 }).catch(() => undefined);
		if (answer?.status === 200) return worker;
	}
	throw new Error(`A worker was not ready within two minutes; see ${userFolder}/worker.log.`);
}
