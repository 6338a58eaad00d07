// Has a version of n8n installed, and says why when that cannot be.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MatrixVersion } from './versions.mts';

/** What became of an installation: its folder, or what npm could not get. */
export type Installation = { folder: string } | { missing: string };

/** Installs a version unless it is there; some minutes, and 2.5 GB, the first time. */
export async function installVersion({ n8n }: MatrixVersion): Promise<Installation> {
	const script = join(import.meta.dirname, 'installVersion.mjs');
	const running = promisify(execFile)(process.execPath, [script, n8n]);
	running.child.stderr?.pipe(process.stderr);
	try {
		return { folder: (await running).stdout.trim() };
	} catch (error) {
		return { missing: missingIn((error as { stderr?: string }).stderr ?? String(error)) };
	}
}

/**
 * The dependency that npm could not get.
 * @throws with npm's own words when something else stopped it
 */
export function missingIn(words: string): string {
	const [, named] =
		/No matching version found for (\S+?)\.?\s/.exec(words) ??
		/404\s+'?(\S+?)'? is not in this registry/.exec(words) ??
		/404 Not Found - GET \S+\/([^/\s]+)/.exec(words) ??
		/network request to (\S+) failed/.exec(words) ??
		[];
	if (named === undefined) throw new Error(words);
	return named;
}
