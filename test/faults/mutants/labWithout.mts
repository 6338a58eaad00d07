// The lab over a package from which one safeguard was taken out: a line of a file of lib/ is replaced while it is loaded.
// The files themselves, and everything else of the package, stay as they are.
import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as accounts from '../accounts/accounts.mts';
import type * as bots from '../lab/bots.mts';
import type * as judge from '../lab/judge.mts';
import type * as schedules from '../lab/schedules.mts';
import type * as seeds from '../lab/seeds.mts';
import type * as world from '../lab/world.mts';

const lib = join(import.meta.dirname, '../../../lib');

/** A piece of a line, and what stands there instead. */
export interface Cut {
	/** Below lib/. */
	file: string;
	line: string;
	instead: string;
}

/** What an experiment is made of and judged by: modules that were loaded together, over the same package. */
export interface Lab {
	accounts: typeof accounts;
	bots: typeof bots;
	judge: typeof judge.judge;
	schedules: typeof schedules;
	seeds: typeof seeds;
	world: typeof world;
}

/** Loads everything anew. @throws Error when the line is not there: the safeguard is somewhere else by now */
export function labWithout(cut: Cut | undefined): Lab {
	jest.resetModules();
	if (cut) {
		const path = join(lib, cut.file);
		jest.doMock(path, () => weakened(path, cut));
	}
	const load = <T,>(path: string) =>
		jest.requireActual<T & object>(join(import.meta.dirname, path));
	const lab: Lab = {
		accounts: load('../accounts/accounts.mts'),
		bots: load('../lab/bots.mts'),
		judge: load<{ judge: Lab['judge'] }>('../lab/judge.mts').judge,
		schedules: load('../lab/schedules.mts'),
		seeds: load('../lab/seeds.mts'),
		world: load('../lab/world.mts'),
	};
	if (cut) jest.dontMock(join(lib, cut.file));
	return lab;
}

function weakened(path: string, { file, line, instead }: Cut): Record<string, unknown> {
	const source = readFileSync(path, 'utf8');
	const [before, after, ...more] = source.split(line);
	if (after === undefined || more.length > 0) {
		throw new Error(
			`lib/${file} has "${line}" ${more.length > 0 ? 'more than once' : 'no more'}. Say in safeguards.mts where the safeguard is now.`,
		);
	}
	const { code } = transformSync(before + instead + after, {
		filename: path,
		configFile: false,
		swcrc: false,
		jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
		module: { type: 'commonjs' },
	});
	const exported: Record<string, unknown> = {};
	const require = (name: string): unknown =>
		jest.requireActual(name.startsWith('.') ? join(dirname(path), name) : name);
	new Function('exports', 'require', code)(exported, require);
	return exported;
}
