// @ts-check
// Takes turns between processes: two terminals that start at the same moment must not run npm in one folder.

import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const TOUCH_EVERY_MS = 5_000;
const STALE_AFTER_MS = 60_000;
const LOOK_AGAIN_MS = 500;

/**
 * Runs `work` while holding the lock file, after whoever holds it now. A holder that died (its process is gone, or it
 * has not touched the file for a minute, as after a power cut or from another container) is not waited for.
 * @template T
 * @param {string} lockFile
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when there is somebody to wait for
 * @returns {Promise<T>}
 */
export async function inTurn(lockFile, work, onWait) {
	await mkdir(dirname(lockFile), { recursive: true });
	const mine = `${process.pid} ${hostname()} ${Date.now()}`;
	for (let told = false; !taken(lockFile, mine); ) {
		if (clearedAway(lockFile)) continue;
		if (!told) onWait?.();
		told = true;
		await pause(LOOK_AGAIN_MS);
	}
	const touch = setInterval(() => {
		const now = new Date();
		if (contents(lockFile) === mine) utimesSync(lockFile, now, now);
	}, TOUCH_EVERY_MS);
	try {
		return await work();
	} finally {
		clearInterval(touch);
		if (contents(lockFile) === mine) rmSync(lockFile, { force: true });
	}
}

/** @param {string} lockFile @param {string} mine */
function taken(lockFile, mine) {
	try {
		writeFileSync(lockFile, mine, { flag: 'wx' });
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
		throw error;
	}
}

/**
 * Removes a lock whose holder is gone. It is moved aside first, so that of two who find it stale one only removes it.
 * @param {string} lockFile
 */
function clearedAway(lockFile) {
	const seen = contents(lockFile);
	if (seen === undefined) return true;
	if (!abandoned(lockFile, seen)) return false;
	const aside = `${lockFile}.${process.pid}.stale`;
	try {
		renameSync(lockFile, aside);
	} catch {
		return true;
	}
	rmSync(aside, { force: true });
	return true;
}

/** @param {string} lockFile @param {string} seen */
function abandoned(lockFile, seen) {
	const [pid, host] = seen.split(' ');
	if (pid && host === hostname() && !isAlive(Number(pid))) return true;
	const touched = statSync(lockFile, { throwIfNoEntry: false })?.mtimeMs;
	return touched !== undefined && Date.now() - touched > STALE_AFTER_MS;
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}

/** @param {string} lockFile */
function contents(lockFile) {
	try {
		return readFileSync(lockFile, 'utf8');
	} catch {
		return undefined;
	}
}
