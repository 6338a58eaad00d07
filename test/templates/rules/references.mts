// What expressions and code refer to: nodes of this template that can have run before, and their outputs.
import type { INode } from 'n8n-workflow';
import type { Definitions } from '../n8nDefinitions.mts';
import {
	codeOf,
	expressionsOf,
	textsOf,
	workersOf,
	type Finding,
	type Rule,
} from '../template.mts';
import { isTrigger, outputsOf } from './connections.mts';
import { canRunBefore } from './graph.mts';

const reference = /\$\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)\s*\)/g;
const anyReference = /\$\(/g;
const outputOf = /^\s*\.\s*(?:all|first|last)\(\s*(\d+)/;
const guard = /^\s*(?:\?\.|\.)\s*isExecuted/;

export function references({ at }: Definitions): Rule {
	return (template) => {
		const named = new Map(workersOf(template).map((node) => [node.name, node]));
		const triggers = workersOf(template).filter(({ type, typeVersion }) =>
			isTrigger(at(type, typeVersion)),
		);
		const wrong = (node: INode, text: string): string[] => {
			const found = [...text.matchAll(reference)];
			const others = [...text.matchAll(anyReference)].length - found.length;
			const guarded = new Set(
				found.filter((one) => guard.test(rest(text, one))).map((one) => nameIn(one)),
			);
			return [
				...(others > 0 ? ['It refers to a node by a name that is not written out.'] : []),
				...found.flatMap((one) => {
					const name = nameIn(one);
					const target = named.get(name);
					if (!target) return [`It refers to ${name}, and there is no such node.`];
					if (!canRunBefore(name, node.name, template)) {
						return [`It refers to ${name}, which does not run before it.`];
					}
					if (triggers.length > 1 && triggers.includes(target) && !guarded.has(name)) {
						return [`It refers to the trigger ${name}, and another may have started the workflow.`];
					}
					const output = Number(outputOf.exec(rest(text, one))?.[1] ?? 0);
					return output >= outputsOf(target, at(target.type, target.typeVersion))
						? [`It refers to output ${output} of ${name}, which has none.`]
						: [];
				}),
			];
		};
		return workersOf(template).flatMap((node) =>
			[...expressionsOf(node), ...codeOf(node)].flatMap(([path, text]) =>
				wrong(node, text).map((says) => ({
					rule: 'reference',
					where: node.name,
					says: `${path}: ${says}`,
				})),
			),
		);
	};
}

function nameIn([, single, double, tick]: RegExpExecArray | RegExpMatchArray): string {
	return (single ?? double ?? tick ?? '').replace(/\\(.)/g, '$1');
}

function rest(text: string, found: RegExpMatchArray): string {
	return text.slice((found.index ?? 0) + found[0].length);
}

/** Beyond n8n's own parser: words that are going away, or that a person's n8n need not have. */
const unwanted: [RegExp, string][] = [
	[/\$getPairedItem/, '$getPairedItem goes away in n8n 3.'],
	[/\$env\b/, '$env is blocked in n8n 2.'],
	[/\$vars\b/, 'Variables are not in every plan of n8n.'],
	[/\$secrets\b/, 'External secrets are not in every plan of n8n.'],
	[/\$node\b|\$items\(/, '$node and $items are the old way to another node: write $().'],
	[/\$getWorkflowStaticData/, 'Static data is not kept when a person executes the workflow.'],
];

export const words: Rule = (template) =>
	workersOf(template).flatMap((node) => {
		const find = (path: string, says: string): Finding => ({
			rule: 'expression',
			where: node.name,
			says: `${path}: ${says}`,
		});
		const inCode = [...expressionsOf(node), ...codeOf(node)].flatMap(([path, text]) =>
			unwanted.filter(([word]) => word.test(text)).map(([, says]) => find(path, says)),
		);
		const code = codeOf(node).map(([path]) => path);
		const forgotten = textsOf(node)
			.filter(([path, text]) => !text.startsWith('=') && !code.includes(path))
			.filter(([path, text]) => /\{\{.*\}\}/s.test(text) && !isEvaluated(node, path))
			.map(([path]) => find(path, 'It has {{ }} in it, but no = before it.'));
		return [...inCode, ...forgotten];
	});

/** n8n's HTML node evaluates its template without a `=`. */
function isEvaluated({ type }: INode, path: string): boolean {
	return type === 'n8n-nodes-base.html' && path === 'html';
}
