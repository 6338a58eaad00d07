// A template depends on no account, credential or other workflow, and carries no data of whoever made it.
import type { INode } from 'n8n-workflow';
import type { Definitions } from '../n8nDefinitions.mts';
import {
	noteText,
	notesOf,
	textsOf,
	workersOf,
	type Finding,
	type Rule,
	type Template,
} from '../template.mts';

const parts = ['name', 'nodes', 'connections', 'settings', 'pinData', 'tags'];

/** Another workflow would be there under another id, if at all. */
const callers = ['n8n-nodes-base.executeWorkflow', '@n8n/n8n-nodes-langchain.toolWorkflow'];

export function nothingHidden({ at, credentials }: Definitions): Rule {
	return (template) => {
		const find = (where: string, says: string): Finding => ({ rule: 'hidden', where, says });
		return [
			...Object.keys(template)
				.filter((part) => !parts.includes(part))
				.map((part) => find('workflow', `A template has no "${part}": n8n gives it one.`)),
			...(Object.keys(template.pinData ?? {}).length > 0
				? [find('workflow', 'It has pinned data.')]
				: []),
			...((template.tags ?? []).length > 0 ? [find('workflow', 'It has tags of an n8n.')] : []),
			...workersOf(template).flatMap((node) => [
				...Object.entries(node.credentials ?? {}).flatMap(([type, { id }]) => {
					const accepted = at(node.type, node.typeVersion)?.credentials ?? [];
					return [
						...(id ? [find(node.name, `It names the credential ${id}.`)] : []),
						...(credentials.has(type) ? [] : [find(node.name, `There is no credential ${type}.`)]),
						...(accepted.some(({ name }) => name === type) || isPredefined(node, type)
							? []
							: [find(node.name, `It does not take the credential ${type}.`)]),
					];
				}),
				...predefined(node)
					.filter((type) => !credentials.has(type))
					.map((type) => find(node.name, `There is no credential ${type}.`)),
				...fixedIds(node).map((says) => find(node.name, says)),
				...fixedPath(node, template).map((says) => find(node.name, says)),
			]),
			...personal(template).map(([where, says]) => find(where, says)),
		];
	};
}

/** HTTP Request with a credential that n8n knows. */
function predefined({ parameters }: INode): string[] {
	return typeof parameters.nodeCredentialType === 'string' ? [parameters.nodeCredentialType] : [];
}

function isPredefined(node: INode, type: string): boolean {
	return predefined(node).includes(type);
}

/** Tables and workflows chosen from the list of one n8n; in another they are not there. */
function fixedIds(node: INode): string[] {
	const { dataTableId, workflowId } = node.parameters as Record<string, { value?: unknown }>;
	const isFixed = (locator: { value?: unknown } | undefined) => {
		const value = String(locator?.value ?? '');
		return value !== '' && !value.startsWith('=');
	};
	const isTable = isFixed(dataTableId) && (dataTableId as { mode?: string }).mode !== 'name';
	return [
		...(isTable ? ['It names a Data Table by an id that only one n8n has.'] : []),
		...(callers.includes(node.type) && isFixed(workflowId) ? ['It names another workflow.'] : []),
	];
}

/** A second copy cannot be published under the same address, so a note says what to change there. */
function fixedPath({ parameters }: INode, template: Template): string[] {
	const { path: shownPath, options } = parameters as { path?: string; options?: { path?: string } };
	const path = shownPath ?? options?.path ?? '';
	if (path === '' || notesOf(template).some((note) => noteText(note).includes(`\`${path}\``)))
		return [];
	return [`Its address is fixed (${path}), and no note says so.`];
}

const email = /[\w.+-]+@([\w-]+\.)+\w+/g;
const secret = /\b(?:eyJ[\w-]{20,}|AKIA[0-9A-Z]{16}|Atz[ar]\|\S+|sk-[\w-]{20,}|[0-9a-f]{40,})\b/;

function personal(template: Template): [string, string][] {
	return template.nodes.flatMap((node) =>
		textsOf(node).flatMap(([path, text]): [string, string][] => [
			...[...text.matchAll(email)]
				.filter(([address]) => !/@example\.(com|org|net)$/.test(address))
				.map(([address]): [string, string] => [node.name, `${path} has the address ${address}.`]),
			...(secret.test(text)
				? [[node.name, `${path} has what looks like a secret.`] as [string, string]]
				: []),
		]),
	);
}
