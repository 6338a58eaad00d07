// Tries the package on one n8n: it loads, its templates fit, the batch template previews and runs.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signIn } from '../../sandbox/n8n/api.mts';
import { BATCH_NODE } from '../../sandbox/n8n/fillIn.mts';
import { installPackage } from '../../sandbox/n8n/nodePackage.mts';
import { ownerOf } from '../../sandbox/n8n/owner.mts';
import { placeSandboxCredentials } from '../../sandbox/n8n/sandboxCredentials.mts';
import { startN8n, type N8nOptions } from '../../sandbox/n8n/server.mts';
import { startSandbox, type Sandbox } from '../../sandbox/n8n/services.mts';
import type { Workflow } from '../../sandbox/n8n/workflows.mts';
import { manifestOf, nodeTypesOf, offeredNodes, ofPackage } from '../n8n/packageNodes.mts';
import { aloneOf, lackingFor } from './fit.mts';
import { imported, tryBatch } from './tryBatch.mts';

const batchTemplate = 'batch-ecommerce-orders';

export interface TryOut {
	/** Milliseconds from the start of the process until n8n answers, its database being there already. */
	readyMs: number;
	/** Nodes of the package that this n8n does not offer. */
	notLoaded: string[];
	/** By template: what this n8n lacks for it. Empty when it was imported. */
	templates: Record<string, string[]>;
	/** What is not right with the batch template, or with its node alone where it does not fit; empty when all is. */
	batch: string[];
}

/**
 * @param checkout folder of the repository
 * @param n8nFolder where the n8n is installed
 * @param packageFile the packed package
 * @param folder a new one, for what n8n and the sandbox keep
 */
export async function tryOut(
	checkout: string,
	n8nFolder: string,
	packageFile: string,
	folder: string,
): Promise<TryOut> {
	const userFolder = join(folder, 'n8n');
	await mkdir(userFolder, { recursive: true });
	await installPackage(packageFile, userFolder);
	// A new n8n makes its database first, which takes longer than all the rest.
	await (await startN8n({ userFolder, n8nFolder })).stop();
	const sandbox = await startSandbox(checkout, join(folder, 'sandbox'), ['--limits', 'off']);
	try {
		return await withN8n({ userFolder, n8nFolder }, checkout, sandbox);
	} finally {
		await sandbox.stop();
	}
}

async function withN8n(options: N8nOptions, checkout: string, sandbox: Sandbox): Promise<TryOut> {
	const started = performance.now();
	const n8n = await startN8n(options);
	const readyMs = Math.round(performance.now() - started);
	try {
		const session = await signIn(n8n.url, await ownerOf(options.userFolder));
		const offered = await offeredNodes(n8n.url, session);
		const manifest = await manifestOf(checkout);
		const loaded = ofPackage(offered, manifest);
		const notLoaded = nodeTypesOf(manifest).filter((type) => !loaded.includes(type));
		const templates: Record<string, string[]> = {};
		for (const name of await namesOfTemplates(checkout)) {
			const template = await templateOf(checkout, name);
			templates[name] = lackingFor(template, offered);
			if (templates[name].length === 0) await imported(session, template);
		}
		const credentials = await placeSandboxCredentials(session, sandbox.credentials);
		const template = await templateOf(checkout, batchTemplate);
		const fits = templates[batchTemplate].length === 0;
		const tried = fits ? template : aloneOf(template, BATCH_NODE);
		const batch = await tryBatch(session, tried, credentials, sandbox.control);
		return { readyMs, notLoaded, templates, batch };
	} finally {
		await n8n.stop();
	}
}

async function namesOfTemplates(checkout: string): Promise<string[]> {
	const files = (await readdir(join(checkout, 'workflows'))).sort();
	return files.filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', ''));
}

async function templateOf(checkout: string, name: string): Promise<Workflow> {
	const text = await readFile(join(checkout, 'workflows', `${name}.json`), 'utf8');
	return JSON.parse(text) as Workflow;
}
