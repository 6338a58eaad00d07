// Two installations at the same moment take turns, and nobody waits for one that was killed.

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const folder = mkdtempSync(join(tmpdir(), 'turn-'));
const lock = join(folder, 'lock');
const diary = join(folder, 'diary');
const turnFile = resolve('sandbox/turn.mjs');

afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
	rmSync(lock, { force: true });
	writeFileSync(diary, '');
});

/** A process that notes when its turn begins and ends. */
function turn(name: string) {
	const source = `
		const { appendFileSync } = await import('node:fs');
		const { inTurn } = await import(${JSON.stringify(turnFile)});
		const note = (text) => appendFileSync(${JSON.stringify(diary)}, text);
		await inTurn(${JSON.stringify(lock)}, async () => {
			note('<${name}');
			await new Promise((done) => setTimeout(done, 300));
			note('${name}>');
		});`;
	return promisify(execFile)(process.execPath, ['--input-type=module', '-e', source], {
		timeout: 10_000,
	});
}

it('one after the other', async () => {
	await Promise.all(['a', 'b', 'c'].map(turn));
	expect(readFileSync(diary, 'utf8').match(/<(.)\1>/g)).toHaveLength(3);
	expect(existsSync(lock)).toBe(false);
});

it('does not wait for a process that is gone', async () => {
	writeFileSync(lock, `999999999 ${hostname()} 0`);
	await turn('a');
	expect(readFileSync(diary, 'utf8')).toBe('<aa>');
});

it('does not wait for another machine that has not been heard of for a minute', async () => {
	writeFileSync(lock, `${process.pid} another-machine 0`);
	const before = new Date(Date.now() - 61_000);
	utimesSync(lock, before, before);
	await turn('a');
	expect(readFileSync(diary, 'utf8')).toBe('<aa>');
});

it('waits for another machine that is at work', async () => {
	writeFileSync(lock, `${process.pid} another-machine 0`);
	const waiting = turn('a');
	await pause(1_000);
	expect(readFileSync(diary, 'utf8')).toBe('');
	rmSync(lock);
	await waiting;
	expect(readFileSync(diary, 'utf8')).toBe('<aa>');
});
