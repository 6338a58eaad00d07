// The account a person signs in with to the n8n that was started here.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Owner {
	email: string;
	password: string;
}

/** Reads the account of this user folder, or makes one up. Only its owner can read the file. */
export async function ownerOf(userFolder: string): Promise<Owner> {
	const file = join(userFolder, 'owner.json');
	if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Owner;
	const owner = {
		email: 'owner@example.com',
		// n8n wants a digit and a capital letter.
		password: `Cin7-${randomBytes(12).toString('base64url')}`,
	};
	await writeFile(file, `${JSON.stringify(owner, null, '\t')}\n`, { mode: 0o600 });
	return owner;
}
