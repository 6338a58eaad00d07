// Nothing that the launcher starts may stay running, however the launcher ends.

import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { startService, stopServices } from '../../../sandbox/n8n/service.mts';

const folder = mkdtempSync(join(tmpdir(), 'service-'));
const log = openSync(join(folder, 'log'), 'w');
const options = { cwd: folder, env: process.env, log, graceMs: 500 };
const serviceFile = resolve('sandbox/n8n/service.mts');

afterAll(async () => {
	await stopServices();
	rmSync(folder, { recursive: true });
});

/** A program that has a child of its own and prints that child's process id. */
const withChild = `
	const { spawn } = require('node:child_process');
	console.log(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).pid);
	setInterval(() => {}, 1000);`;

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

async function gone(pid: number): Promise<boolean> {
	for (let tries = 0; tries < 50 && isRunning(pid); tries += 1) await pause(100);
	return !isRunning(pid);
}

function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
	if (stream === null) throw new Error('no output');
	return new Promise((done) => createInterface({ input: stream }).once('line', done));
}

async function program(source: string) {
	const service = await startService(process.execPath, ['-e', source], {
		...options,
		readStdout: true,
	});
	return { service, child: Number(await firstLine(service.stdout)) };
}

describe('a program on a leash', () => {
	it('runs until it is stopped, and so do its children', async () => {
		const { service, child } = await program(withChild);
		expect([isRunning(service.pid), isRunning(child)]).toEqual([true, true]);
		await service.stop();
		expect([await gone(service.pid), await gone(child)]).toEqual([true, true]);
	});

	it('ends although it does not want to', async () => {
		const { service } = await program(`process.on('SIGTERM', () => {}); ${withChild}`);
		await service.stop();
		expect(await gone(service.pid)).toBe(true);
	});

	it('tells when it ends by itself', async () => {
		const service = await startService(process.execPath, ['-e', 'process.exit(3)'], options);
		expect(await service.ended).toBe(3);
	});

	it('ends when its starter is killed', async () => {
		const starter = spawn(
			process.execPath,
			[
				'--input-type=module',
				'-e',
				`const { startService } = await import(${JSON.stringify(serviceFile)});
				const args = ['-e', 'setInterval(() => {}, 1000)'];
				const options = { cwd: '.', env: process.env, log: 'ignore', graceMs: 500 };
				console.log((await startService(process.execPath, args, options)).pid);
				setInterval(() => {}, 1000);`,
			],
			{ stdio: ['ignore', 'pipe', 'ignore'] },
		);
		const pid = Number(await firstLine(starter.stdout));
		expect(isRunning(pid)).toBe(true);
		starter.kill('SIGKILL');
		expect(await gone(pid)).toBe(true);
	});

	it('cannot be started when it does not exist', async () => {
		await expect(startService('/does/not/exist', [], options)).rejects.toThrow(
			/could not be started/,
		);
	});
});
