/** Whether what the dashboard says gets to a Batch Ecommerce Orders node: where it does not, the node does as it is set. */
import { nodeTypes } from './nodeTypes';
import { collection } from './settings/setting';
import { stopsWhenItFails, type Connections, type WorkflowNode } from './workflow';
import { behind } from './ways';

/** The field with which the dashboard says what to do; every template's trigger has it. */
const field = 'whatToDo';
const onDemand = /^=\s*\{\{\s*\$json\.whatToDo\s*(\?\?\s*(''|"")\s*)?\}\}\s*$/;

/**
 * What keeps a node from being told, as what is to be set in n8n; null when it surely is told.
 * @param node one that the trigger leads to
 */
export function whyNotTold(
	node: WorkflowNode,
	trigger: WorkflowNode,
	nodes: readonly WorkflowNode[],
	connections: Connections,
): string | null {
	if (!takesField(trigger)) return `Give its trigger “${trigger.name}” the text input ${field}.`;
	if (!onDemand.test(String(node.parameters.onDemand))) {
		return `Set On Demand in “${node.name}” to {{ $json.${field} ?? "" }}.`;
	}
	const fromTrigger = behind(trigger.name, connections);
	const between = nodes.filter(
		({ name }) => fromTrigger.has(name) && behind(name, connections).has(node.name),
	);
	const dropping = between.find((one) => !handsOn(one));
	if (dropping === undefined) return null;
	return `“${dropping.name}” may not hand ${field} on to “${node.name}”. Let the trigger lead there directly, or through Edit Fields nodes only that have Include Other Input Fields turned on and set no ${field}.`;
}

function takesField({ typeVersion, parameters }: WorkflowNode): boolean {
	const source = parameters.inputSource ?? (typeVersion < 1.1 ? 'passthrough' : 'workflowInputs');
	if (source !== 'workflowInputs') return source === 'passthrough';
	const { values } = collection(parameters.workflowInputs);
	return Array.isArray(values) && values.some((value) => collection(value).name === field);
}

/** An Edit Fields node that keeps what comes in; n8n leads past a node that is switched off. */
function handsOn(node: WorkflowNode): boolean {
	if (node.disabled === true) return true;
	const { mode = 'manual', includeOtherFields, include = 'all', assignments } = node.parameters;
	const set = assignments === undefined ? [] : collection(assignments).assignments;
	return (
		node.type === nodeTypes.editFields &&
		// Before, it had another switch.
		node.typeVersion >= 3.3 &&
		stopsWhenItFails(node) &&
		mode === 'manual' &&
		includeOtherFields === true &&
		include === 'all' &&
		Array.isArray(set) &&
		set.every((one) => leavesField(collection(one).name))
	);
}

function leavesField(name: unknown): boolean {
	return typeof name === 'string' && !name.startsWith('=') && !name.includes(field);
}
