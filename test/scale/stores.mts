// Redis and PostgreSQL as n8n's queue mode needs them: from the machine's own programs, in a folder that goes away, on free
// ports of this machine only.
import { execFile } from 'node:child_process';
import { chown, mkdir, readdir } from 'node:fs/promises';
import { closeSync, existsSync, openSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePorts } from '../../sandbox/n8n/ports.mts';
import { startService } from '../../sandbox/n8n/service.mts';

const runFile = promisify(execFile);

export interface Stores {
	/** What n8n's processes are told of them. */
	env: Record<string, string>;
	stop(): Promise<void>;
}

/** @throws with the packages to install, where a program is missing */
export async function startStores(folder: string): Promise<Stores> {
	const [redisServer, postgresPrograms] = await programs();
	const [redisPort = 0, postgresPort = 0] = await freePorts(2);
	const data = join(folder, 'postgres');
	await mkdir(data, { recursive: true });
	const asPostgres = await ownAccount(data);
	const [first = '', ...rest] = [
		...asPostgres,
		join(postgresPrograms, 'initdb'),
		...['-D', data, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
	];
	await runFile(first, rest, { cwd: data });
	const log = openSync(join(folder, 'stores.log'), 'a');
	const start = async (line: string[], cwd: string) =>
		await startService(line[0], line.slice(1), { cwd, env: process.env, log });
	const redis = await start(
		[
			redisServer,
			'--port',
			String(redisPort),
			'--bind',
			'127.0.0.1',
			'--save',
			'',
			'--dir',
			folder,
		],
		folder,
	);
	const postgres = await start(
		[
			...asPostgres,
			join(postgresPrograms, 'postgres'),
			...['-D', data, '-p', String(postgresPort), '-k', data],
			...['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=60'],
		],
		data,
	).finally(() => closeSync(log));
	await Promise.all([listening(redisPort), listening(postgresPort)]);
	return {
		env: {
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redisPort),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(postgresPort),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
			DB_POSTGRESDB_PASSWORD: '',
		},
		async stop() {
			await Promise.all([redis.stop(), postgres.stop()]);
		},
	};
}

/** `redis-server`, and the folder of PostgreSQL's programs. */
async function programs(): Promise<[redis: string, postgres: string]> {
	const redis = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) =>
		existsSync(path),
	);
	const versions = await readdir('/usr/lib/postgresql').catch(() => []);
	const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
	const postgres = newest === undefined ? undefined : `/usr/lib/postgresql/${newest}/bin`;
	if (redis !== undefined && postgres !== undefined) return [redis, postgres];
	const missing = [
		...(redis === undefined ? ['redis-server'] : []),
		...(postgres === undefined ? ['postgresql'] : []),
	];
	throw new Error(`Queue mode needs packages of Debian: apt-get install ${missing.join(' ')}`);
}

/** PostgreSQL does not run as root: then it gets the account that its package made. */
async function ownAccount(data: string): Promise<string[]> {
	if (process.getuid?.() !== 0) return [];
	const id = async (flag: string) => Number((await runFile('id', [flag, 'postgres'])).stdout);
	await chown(data, await id('-u'), await id('-g'));
	return ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'];
}

async function listening(port: number): Promise<void> {
	for (const started = Date.now(); Date.now() - started < 30_000; await pause(200)) {
		const isOpen = await new Promise<boolean>((resolve) => {
			const socket = createConnection({ port, host: '127.0.0.1' });
			socket.once('connect', () => resolve(socket.end() !== undefined));
			socket.once('error', () => resolve(false));
		});
		if (isOpen) return;
	}
	throw new Error(`Nobody listens on port ${port}.`);
}
