// What the files of a build ask for: which of them a node or credential needs, and what they take from outside.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export interface Needed {
	/** Files that the entries load, themselves included, relative to the folder. */
	files: Set<string>;
	/** What they require that is no file of theirs. */
	packages: Set<string>;
}

/**
 * Follows every `require` from the entries.
 * @param folder of the package
 * @param entries relative to it
 */
export function neededBy(folder: string, entries: readonly string[]): Needed {
	const files = new Set<string>();
	const packages = new Set<string>();
	const open = [...entries];
	for (let file = open.pop(); file !== undefined; file = open.pop()) {
		if (files.has(file)) continue;
		files.add(file);
		if (!file.endsWith('.js')) continue;
		for (const [, name] of readFileSync(join(folder, file), 'utf8').matchAll(
			/\brequire\("([^"]+)"\)/g,
		)) {
			if (!name.startsWith('.')) packages.add(name);
			else open.push(fileNamed(folder, join(dirname(file), name)));
		}
	}
	return { files, packages };
}

/** As Node finds it: the file itself, with `.js`, or the folder's index. */
function fileNamed(folder: string, name: string): string {
	const found = [name, `${name}.js`, join(name, 'index.js')].find(
		(one) => /\.js(on)?$/.test(one) && existsSync(join(folder, one)),
	);
	if (found === undefined) throw new Error(`${name} is required and is not in the package`);
	return relative('.', found).split(sep).join('/');
}
