// What nodes there are, as n8n itself describes them: n8n's own from the n8n of the lock, ours from the source.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ICredentialType, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { installedN8n } from '../../sandbox/n8n/server.mts';

const checkout = resolve(import.meta.dirname, '../..');
const ownPrefix = 'n8n-nodes-cin7-omni.';
const basePrefix = 'n8n-nodes-base.';

export interface Definitions {
	/** Folder of the n8n of the lock. */
	folder: string;
	version: string;
	/** Our nodes, by their full type. */
	ours: Map<string, INodeTypeDescription>;
	/** Credential types that n8n or this package has, with what a person reads there. */
	credentials: Map<string, string>;
	isKnown(type: string): boolean;
	/** A node's description at a version; `undefined` where it has no such version. */
	at(type: string, version: number): INodeTypeDescription | undefined;
}

let read: Promise<Definitions> | undefined;

/** Read once: n8n's list has 9 MB. */
export function definitions(): Promise<Definitions> {
	read ??= readDefinitions();
	return read;
}

async function readDefinitions(): Promise<Definitions> {
	const folder = await installedN8n();
	const modules = join(folder, 'node_modules');
	const base = json<INodeTypeDescription[]>(modules, 'n8n-nodes-base/dist/types/nodes.json');
	const baseCredentials = json<ICredentialType[]>(
		modules,
		'n8n-nodes-base/dist/types/credentials.json',
	);
	const { version } = json<{ version: string }>(modules, 'n8n/package.json');
	const own = await ownParts();
	const all = new Map<string, INodeTypeDescription[]>();
	const add = (type: string, description: INodeTypeDescription) =>
		all.set(type, [...(all.get(type) ?? []), description]);
	for (const one of base) add(`${basePrefix}${one.name.replace(basePrefix, '')}`, one);
	for (const [type, one] of own.nodes) add(type, one);
	return {
		folder,
		version,
		ours: own.nodes,
		credentials: new Map(
			[...baseCredentials, ...own.credentials].map(({ name, displayName }) => [name, displayName]),
		),
		isKnown: (type) => all.has(type),
		at: (type, wanted) => all.get(type)?.find((one) => [one.version].flat().includes(wanted)),
	};
}

/** The package's nodes and credentials, as its package.json names them, from their source. */
async function ownParts() {
	const { n8n } = json<{ n8n: { nodes: string[]; credentials: string[] } }>(
		checkout,
		'package.json',
	);
	const nodes = new Map<string, INodeTypeDescription>();
	for (const file of n8n.nodes) {
		const { description } = await made<INodeType>(file);
		nodes.set(`${ownPrefix}${description.name}`, description);
	}
	const credentials: ICredentialType[] = [];
	for (const file of n8n.credentials) credentials.push(await made<ICredentialType>(file));
	return { nodes, credentials };
}

async function made<T>(distFile: string): Promise<T> {
	const source = join(checkout, distFile.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
	const [Made] = Object.values((await import(source)) as Record<string, new () => T>);
	return new Made();
}

function json<T>(folder: string, file: string): T {
	return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
}
