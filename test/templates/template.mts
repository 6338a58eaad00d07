// A workflow template as its file has it, and what rules ask of it again and again.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { IConnections, INode } from 'n8n-workflow';

export interface Template {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
	tags?: unknown[];
	[key: string]: unknown;
}

/** Something in a template that a person who imports it would stumble over. */
export interface Finding {
	rule: string;
	/** A node's name, or a part of the template. */
	where: string;
	says: string;
}

/** Looks at one thing in a template. */
export type Rule = (template: Template) => Finding[];

const folder = resolve(import.meta.dirname, '../../workflows');

/** Every template that is shipped, by the name of its file without `.json`. */
export function shippedTemplates(): [string, Template][] {
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => [
			basename(file, '.json'),
			JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template,
		]);
}

const noteType = 'n8n-nodes-base.stickyNote';

/** Sticky notes. */
export function notesOf({ nodes }: Template): INode[] {
	return nodes.filter(({ type }) => type === noteType);
}

/** Nodes that do something. */
export function workersOf({ nodes }: Template): INode[] {
	return nodes.filter(({ type }) => type !== noteType);
}

export function noteText({ parameters }: INode): string {
	return String(parameters.content ?? '');
}

/** Every text in a node's parameters, with the way to it: `options.subject`. */
export function textsOf({ parameters }: INode): [string, string][] {
	const texts = (value: unknown, path: string): [string, string][] => {
		if (typeof value === 'string') return [[path, value]];
		if (typeof value !== 'object' || value === null) return [];
		return Object.entries(value).flatMap(([key, entry]) =>
			texts(entry, path === '' ? key : `${path}.${key}`),
		);
	};
	return texts(parameters, '');
}

/** The texts that n8n evaluates, without their `=`. */
export function expressionsOf(node: INode): [string, string][] {
	return textsOf(node)
		.filter(([, text]) => text.startsWith('='))
		.map(([path, text]) => [path, text.slice(1)]);
}

/** Code of Code nodes, with the way to it. */
export function codeOf(node: INode): [string, string][] {
	return textsOf(node).filter(([path]) => path === 'jsCode');
}
