// Parameters that a node has at its version, that it shows with the others as they are, and values that fit them.
import type { INode, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import type { Definitions } from '../n8nDefinitions.mts';
import { workersOf, type Finding, type Rule } from '../template.mts';
import { misfits } from './values.mts';

export function parameters({ at }: Definitions): Rule {
	return (template) =>
		workersOf(template).flatMap((node) => {
			const description = at(node.type, node.typeVersion);
			if (!description) return [];
			const find = (says: string): Finding => ({ rule: 'parameter', where: node.name, says });
			const kept = shown(node, description);
			return [
				...missingIn(node.parameters, kept).map((path) =>
					find(`${path} is no parameter of it, or none that it shows with these others.`),
				),
				...Object.entries(node.parameters).flatMap(([name, value]) => {
					const property = displayed(node, description, name);
					return property ? misfits(property, value, name).map(find) : [];
				}),
			];
		});
}

/** The node's parameters as n8n's editor keeps them: those that exist and are shown, with defaults. */
export function shown(node: INode, description: INodeTypeDescription): INode['parameters'] {
	const { properties } = description;
	return (
		NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description) ?? {}
	);
}

/** The definition that applies: there may be several of a name, for several operations. */
function displayed(
	node: INode,
	description: INodeTypeDescription,
	name: string,
): INodeProperties | undefined {
	const values = shown(node, description);
	return description.properties.find(
		(property) =>
			property.name === name && NodeHelpers.displayParameter(values, property, node, description),
	);
}

/** The ways to values that are given, but not kept. */
function missingIn(given: unknown, kept: unknown, path = ''): string[] {
	if (typeof given !== 'object' || given === null) return [];
	if (typeof kept !== 'object' || kept === null) return [path];
	return Object.entries(given).flatMap(([key, value]) => {
		const way = path === '' ? key : `${path}.${key}`;
		return key in kept ? missingIn(value, (kept as Record<string, unknown>)[key], way) : [way];
	});
}
