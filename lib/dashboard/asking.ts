/** What the dashboard may ask of a bot: Preview, Run, or neither, and why. */
import { nodeTypes } from './nodeTypes';
import { writerInPreview } from './previewing';
import { whyNotTold } from './told';
import { behind } from './ways';
import { hasNode, type Connections, type WorkflowNode } from './workflow';

export const whatToDo = ['preview', 'run'] as const;
export type WhatToDo = (typeof whatToDo)[number];

export interface Asking {
	preview: boolean;
	run: boolean;
	/** Why a button is missing or cannot be pressed, in sentences for the person at the page; empty when nothing is to be said. */
	why: string;
}

const none = (why: string): Asking => ({ preview: false, run: false, why });

/**
 * A published workflow is started through its trigger When Executed by Another Workflow. Preview is offered only where it
 * surely is one: a bot that would run instead must not have that button.
 */
export function asking(
	nodes: readonly WorkflowNode[],
	connections: Connections,
	published: boolean,
): Asking {
	if (!published) return none('It is not published. Publish it in n8n to start it from here.');
	const trigger = nodes.find(
		({ type, disabled }) => type === nodeTypes.calledByAnother && disabled !== true,
	);
	if (trigger === undefined) {
		// People start it with its form, and nothing is missing.
		if (hasNode(nodes, nodeTypes.form)) return none('');
		return none(
			'It has no trigger for the dashboard. Add “When Executed by Another Workflow” with one text input, whatToDo, in n8n and publish it.',
		);
	}
	return offered(nodes, connections, trigger);
}

function offered(
	nodes: readonly WorkflowNode[],
	connections: Connections,
	trigger: WorkflowNode,
): Asking {
	const reached = behind(trigger.name, connections);
	if (reached.size === 0) {
		return none(`Its trigger “${trigger.name}” leads to no other node. Connect it in n8n.`);
	}
	const batching = nodes.filter(isBatching);
	if (batching.length === 0) return { preview: false, run: true, why: '' };
	const apart = batching.find(({ name }) => !reached.has(name));
	if (apart !== undefined) {
		return none(
			`Its trigger “${trigger.name}” does not lead to “${apart.name}”. Connect them in n8n.`,
		);
	}
	const does = new Set(batching.map(alwaysDoes));
	const always = does.size === 1 ? [...does][0] : null;
	if (always === 'run') {
		return { preview: false, run: true, why: 'It is set to Run, whoever starts it.' };
	}
	if (always === null) {
		const untold = batching
			.map((node) => whyNotTold(node, trigger, nodes, connections))
			.find((why) => why !== null);
		if (untold !== undefined) {
			return none(`It does not take from the dashboard what to do. ${untold}`);
		}
	}
	const writer = writerInPreview(nodes, connections, trigger.name);
	const run = always === null;
	if (writer !== undefined) {
		const why = `There is no Preview from here: “${writer.name}” may change Cin7 in a Preview too. Give it a workflow of its own.`;
		return { preview: false, run, why };
	}
	return {
		preview: true,
		run,
		why: run ? '' : 'It can only be previewed from here: it is set to Preview.',
	};
}

/** Whether it is a Batch Ecommerce Orders node that previews or runs, or that may: what an expression gives is not known. */
function isBatching({ type, disabled, parameters: { operation } }: WorkflowNode): boolean {
	if (type !== nodeTypes.batch || disabled === true) return false;
	const known = operation === undefined || whatToDo.some((one) => one === operation);
	return known || String(operation).startsWith('=');
}

/** What a node does whoever starts it; null when that is worked out as it runs. A parameter at its default may be absent. */
function alwaysDoes({ parameters }: WorkflowNode): WhatToDo | null {
	const { onDemand, operation = 'preview' } = parameters;
	const chosen = typeof onDemand === 'string' && onDemand.trim() !== '' ? onDemand : operation;
	return whatToDo.find((known) => known === String(chosen).trim().toLowerCase()) ?? null;
}
