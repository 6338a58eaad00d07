// Every node can be reached from a trigger, over outputs and inputs that exist.
import type { INode, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import type { Definitions } from '../n8nDefinitions.mts';
import { workersOf, type Finding, type Rule, type Template } from '../template.mts';
import { after, edgesOf } from './graph.mts';

export function connections({ at }: Definitions): Rule {
	return (template) => {
		const find = (where: string, says: string): Finding => ({ rule: 'connection', where, says });
		const named = new Map(workersOf(template).map((node) => [node.name, node]));
		const description = (node: INode) => at(node.type, node.typeVersion);
		const edges = edgesOf(template);
		const bad = edges.flatMap(({ from, output, to, input }) => {
			const [source, target] = [named.get(from), named.get(to)];
			if (!source) return [find(from, 'It is connected, but there is no such node.')];
			if (!target) return [find(from, `It leads to ${to}, and there is no such node.`)];
			return [
				...(output >= outputsOf(source, description(source))
					? [find(from, `It has no output ${output}.`)]
					: []),
				...(input >= inputsOf(target, description(target))
					? [find(to, `It has no input ${input}.`)]
					: []),
			];
		});
		const kinds = Object.entries(template.connections).flatMap(([from, kind]) =>
			Object.keys(kind)
				.filter((name) => name !== 'main')
				.map((name) => find(from, `It has a connection of the kind ${name}.`)),
		);
		return [...bad, ...kinds, ...unreached(template, description, find)];
	};
}

function unreached(
	template: Template,
	description: (node: INode) => INodeTypeDescription | undefined,
	find: (where: string, says: string) => Finding,
): Finding[] {
	const triggers = workersOf(template).filter((node) => isTrigger(description(node)));
	if (triggers.length === 0) return [find('workflow', 'It has no trigger.')];
	const edges = edgesOf(template);
	const reached = new Set(triggers.flatMap(({ name }) => [name, ...after(name, edges)]));
	return workersOf(template)
		.filter(({ name }) => !reached.has(name))
		.map(({ name }) => find(name, 'No trigger leads to it.'));
}

export function isTrigger(description: INodeTypeDescription | undefined): boolean {
	return description?.group.includes('trigger') ?? false;
}

/** How many outputs a node has as it is set, the one for items that did not go well included. */
export function outputsOf(node: INode, description: INodeTypeDescription | undefined): number {
	if (!description) return 1;
	return NodeHelpers.getNodeOutputs(alone(node, description), node, description).length;
}

function inputsOf(node: INode, description: INodeTypeDescription | undefined): number {
	if (!description) return 1;
	return NodeHelpers.getNodeInputs(alone(node, description), node, description).length;
}

/** Outputs and inputs may be an expression over the node's parameters, which n8n evaluates within a workflow. */
function alone(node: INode, description: INodeTypeDescription): Workflow {
	const nodeType = { description } as INodeType;
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	return new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
}
