// All that is checked of a template, offline: our rules, and what n8n itself says.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { definitions } from './n8nDefinitions.mts';
import { canvas } from './rules/canvas.mts';
import { connections } from './rules/connections.mts';
import { dataTables } from './rules/dataTables.mts';
import { names } from './rules/names.mts';
import { executedOnce, nodeTypes } from './rules/nodeTypes.mts';
import { nothingHidden } from './rules/nothingHidden.mts';
import { parameters } from './rules/parameters.mts';
import { references, words } from './rules/references.mts';
import { settings } from './rules/settings.mts';
import { setUp } from './rules/setUp.mts';
import { starts } from './rules/starts.mts';
import type { Finding, Template } from './template.mts';

/** What is found in each template, by its name; n8n is asked of all of them at once. */
export async function checkTemplates(
	templates: Record<string, Template>,
): Promise<Record<string, Finding[]>> {
	const known = await definitions();
	const rules = [
		nodeTypes(known),
		executedOnce,
		parameters(known),
		connections(known),
		references(known),
		words,
		nothingHidden(known),
		settings,
		names(known),
		canvas,
		setUp(known),
		dataTables,
		starts,
	];
	const n8n = await askN8n(templates);
	return Object.fromEntries(
		Object.entries(templates).map(([name, template]) => [
			name,
			[...rules.flatMap((rule) => rule(template)), ...n8n[name]],
		]),
	);
}

async function askN8n(templates: Record<string, Template>): Promise<Record<string, Finding[]>> {
	const { folder, ours } = await definitions();
	const script = join(import.meta.dirname, 'n8nSays.mts');
	const answer = await new Promise<string>((resolve, reject) => {
		const child = execFile(
			process.execPath,
			['--disable-warning=ExperimentalWarning', script],
			{ maxBuffer: 64 * 1024 * 1024 },
			(error, stdout) => (error ? reject(error) : resolve(stdout)),
		);
		child.stdin?.end(JSON.stringify({ folder, ours: Object.fromEntries(ours), templates }));
	});
	return JSON.parse(answer) as Record<string, Finding[]>;
}
