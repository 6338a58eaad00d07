/** What besides batching may change Cin7 in a Preview: nodes of ours that write, and the filter that keeps them from it. */
import { nodeTypes, ours } from './nodeTypes';
import { collection } from './settings/setting';
import { stopsWhenItFails, type Connections, type WorkflowNode } from './workflow';
import { behind } from './ways';

/**
 * A node that may change Cin7 although the bot is started to preview; undefined when there is none. Nodes that only other
 * triggers reach do not matter, and neither do those behind a Filter on `awaitsConfirmation`: in a Preview no batch does.
 * @param trigger name of the one that the dashboard starts
 */
export function writerInPreview(
	nodes: readonly WorkflowNode[],
	connections: Connections,
	trigger: string,
): WorkflowNode | undefined {
	const filters = nodes.filter(letsOnlyHandedOverThrough).map(({ name }) => name);
	const reached = behind(trigger, connections, new Set(filters));
	return nodes.find((node) => {
		if (node.disabled === true || !mayWrite(node)) return false;
		// What an AI agent uses is not connected as what follows in a flow.
		return reached.has(node.name) || node.type.endsWith('Tool');
	});
}

/** Preview and Run of the bot itself are asked for elsewhere. A parameter at its default may be absent. */
function mayWrite({
	type,
	parameters: { operation, resource = 'salesOrder' },
}: WorkflowNode): boolean {
	const isOneOf = (...reading: unknown[]) => reading.includes(operation);
	switch (type) {
		case nodeTypes.batch:
			return !isOneOf(undefined, 'preview', 'run', 'getBatches');
		case nodeTypes.cin7:
			// Only sales orders are written, and that is what stands there first.
			return !isOneOf('get', 'getAll') && (operation !== undefined || resource === 'salesOrder');
		case nodeTypes.download:
		case nodeTypes.validate:
			return false;
		default:
			return ours(type);
	}
}

function letsOnlyHandedOverThrough(node: WorkflowNode): boolean {
	if (node.type !== nodeTypes.filter || node.disabled === true || node.alwaysOutputData === true) {
		return false;
	}
	const { combinator = 'and', conditions } = collection(node.parameters.conditions);
	const given: unknown[] = Array.isArray(conditions) ? conditions : [];
	return stopsWhenItFails(node) && combinator === 'and' && given.some(asksForHandedOver);
}

function asksForHandedOver(condition: unknown): boolean {
	const { leftValue, operator } = collection(condition);
	const { operation } = collection(operator);
	const field = typeof leftValue === 'string' ? leftValue.replaceAll(/\s/g, '') : '';
	return field === '={{$json.awaitsConfirmation}}' && operation === 'true';
}
