// Whether an n8n has what a template is made of: its node types, in the versions that it names.
import type { Workflow, WorkflowNode } from '../../sandbox/n8n/workflows.mts';
import type { OfferedNode } from '../n8n/packageNodes.mts';

/** What this n8n lacks for a template, e.g. `dataTable 1.1 (it has 1)`; empty when it fits. */
export function lackingFor({ nodes }: Workflow, offered: OfferedNode[]): string[] {
	const lacking = nodes.filter((node) => !versionsOf(node, offered).includes(node.typeVersion));
	return [...new Set(lacking.map((node) => said(node, versionsOf(node, offered))))];
}

/** Only the nodes of one type and the Manual Trigger that starts them, for an n8n that lacks others of the template. */
export function aloneOf(template: Workflow, type: string): Workflow {
	const trigger = template.nodes.find((node) => node.type === 'n8n-nodes-base.manualTrigger');
	const nodes = template.nodes.filter((node) => node.type === type);
	if (trigger === undefined) throw new Error(`"${template.name}" has no Manual Trigger.`);
	const ends = nodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }));
	return {
		...template,
		nodes: [trigger, ...nodes],
		connections: { [trigger.name]: { main: [ends] } },
	};
}

function versionsOf({ type }: WorkflowNode, offered: OfferedNode[]): number[] {
	return offered.filter(({ name }) => name === type).flatMap(({ version }) => version);
}

function said({ type, typeVersion }: WorkflowNode, has: number[]): string {
	const name = type.replace('n8n-nodes-base.', '');
	return `${name} ${typeVersion} (it has ${has.length > 0 ? Math.max(...has) : 'none'})`;
}
