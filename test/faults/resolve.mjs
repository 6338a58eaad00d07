// @ts-check
// Lets Node run lib/ as it is: its files import one another without an extension, as CommonJS builds do.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const lib = new URL('../../lib/', import.meta.url).href;

registerHooks({
	resolve(specifier, context, next) {
		if (!specifier.startsWith('.') || context.parentURL === undefined) {
			return next(specifier, context);
		}
		const { href } = new URL(specifier, context.parentURL);
		if (!href.startsWith(lib)) return next(specifier, context);
		const url = href.endsWith('.ts') ? href : `${href}.ts`;
		if (!existsSync(fileURLToPath(url))) return next(specifier, context);
		return { url, format: 'module-typescript', shortCircuit: true };
	},
});
