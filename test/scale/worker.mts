// A worker of n8n's queue mode, with the nodes that the main process has installed.
import { closeSync, openSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { n8nEnvironment } from '../../sandbox/n8n/environment.mts';
import { freePorts } from '../../sandbox/n8n/ports.mts';
import { installedN8n } from '../../sandbox/n8n/server.mts';
import { startService } from '../../sandbox/n8n/service.mts';

export interface Worker {
	/** Ids of the executions that it has begun, as its log has them. */
	executions(): Promise<Set<string>>;
	/** Ends it at once, as `kill -9` does, and waits until it is gone. */
	kill(): Promise<void>;
	stop(): Promise<void>;
}

const readyWithin = 120_000;

/**
 * Starts a worker and waits until it takes work.
 * @param mainFolder user folder of the main process, whose nodes it gets
 * @param env what all processes have in common
 * @param places how many executions it takes at a time
 */
export async function startWorker(
	userFolder: string,
	mainFolder: string,
	env: Record<string, string>,
	places: number,
): Promise<Worker> {
	const nodes = join('.n8n', 'nodes');
	await mkdir(join(userFolder, '.n8n'), { recursive: true });
	await cp(join(mainFolder, nodes), join(userFolder, nodes), {
		recursive: true,
		verbatimSymlinks: true,
	});
	const [port = 0, brokerPort = 0, healthPort = 0] = await freePorts(3);
	const n8nFolder = await installedN8n();
	const modules = join(n8nFolder, 'node_modules');
	const logFile = join(userFolder, 'worker.log');
	const log = openSync(logFile, 'w');
	const { pid, ended, stop } = await startService(
		join(modules, 'node', 'bin', 'node'),
		[join(modules, 'n8n', 'bin', 'n8n'), 'worker', `--concurrency=${places}`],
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
	await untilHealthy(`http://127.0.0.1:${healthPort}/healthz`, logFile);
	return {
		async executions() {
			const lines = await readFile(logFile, 'utf8');
			return new Set([...lines.matchAll(/started execution (\d+)/g)].map(([, id]) => id));
		},
		async kill() {
			process.kill(pid, 'SIGKILL');
			await ended;
		},
		stop,
	};
}

async function untilHealthy(url: string, logFile: string): Promise<void> {
	for (const started = Date.now(); Date.now() - started < readyWithin; await pause(300)) {
		const answer = await axios.get(url, { proxy: false, timeout: 5_000 }).catch(() => undefined);
		if (answer?.status === 200) return;
	}
	const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-20).join('\n');
	throw new Error(`A worker was not ready within two minutes. The end of its log:\n${lines}`);
}
