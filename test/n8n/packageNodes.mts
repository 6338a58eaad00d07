// The nodes of our package: those that package.json lists, and those that an n8n offers.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';
import type { Session } from '../../sandbox/n8n/api.mts';

export interface Manifest {
	name: string;
	version: string;
	n8n: { nodes: string[] };
}

/** A node as n8n offers it; where it has several versions, in several entries. */
export interface OfferedNode {
	name: string;
	version: number | number[];
}

/** @param packageFolder the folder of the package.json */
export async function manifestOf(packageFolder: string): Promise<Manifest> {
	return JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as Manifest;
}

/** Full names, e.g. `n8n-nodes-cin7-omni.validateOrder`, sorted. A node's file is called as the node is. */
export function nodeTypesOf({ name, n8n }: Manifest): string[] {
	const files = n8n.nodes.map((path) => path.split('/').at(-1) ?? '');
	return files
		.map((file) => `${name}.${file[0].toLowerCase()}${file.slice(1).replace('.node.js', '')}`)
		.sort();
}

/** Everything that this n8n offers in its list of nodes. */
export async function offeredNodes(url: string, session: Session): Promise<OfferedNode[]> {
	const { data } = await axios.get<OfferedNode[]>(`${url}/types/nodes.json`, {
		headers: { cookie: `n8n-auth=${session.authCookie}` },
		proxy: false,
		maxContentLength: Infinity,
	});
	return data;
}

/** Those of the package among them. Each has a second entry, for AI agents, that is not counted. */
export function ofPackage(offered: OfferedNode[], { name }: Manifest): string[] {
	const ours = offered.map((node) => node.name).filter((type) => type.startsWith(`${name}.`));
	return [...new Set(ours)].filter((type) => !type.endsWith('Tool')).sort();
}
