// The ways through a workflow.
import type { Template } from '../template.mts';

export interface Edge {
	from: string;
	output: number;
	to: string;
	input: number;
}

/** Connections of the kind `main`, one by one. */
export function edgesOf({ connections }: Template): Edge[] {
	return Object.entries(connections).flatMap(([from, { main = [] }]) =>
		main.flatMap((targets, output) =>
			(targets ?? []).map(({ node, index }) => ({ from, output, to: node, input: index })),
		),
	);
}

/** All nodes that come after one, itself only where a loop leads back to it. */
export function after(start: string, edges: readonly Edge[]): Set<string> {
	const reached = new Set<string>();
	const open = [start];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		for (const { to } of edges.filter(({ from }) => from === at)) {
			if (!reached.has(to)) open.push(to);
			reached.add(to);
		}
	}
	return reached;
}

/**
 * Whether a node can have run when another does: it leads there, or it stands on a branch that n8n runs first. From one node
 * on, n8n goes the upper way to its end, then the next.
 */
export function canRunBefore(name: string, other: string, template: Template): boolean {
	const edges = edgesOf(template);
	const leads = (from: string, to: string) => from === to || after(from, edges).has(to);
	if (after(name, edges).has(other)) return true;
	const positions = new Map(template.nodes.map((node) => [node.name, node.position]));
	const isAbove = (a: string, b: string) => {
		const [[x, y], [otherX, otherY]] = [positions.get(a) ?? [0, 0], positions.get(b) ?? [0, 0]];
		return y < otherY || (y === otherY && x < otherX);
	};
	return template.nodes.some((fork) => {
		const ways = edges.filter(({ from }) => from === fork.name).map(({ to }) => to);
		return ways.some(
			(first) =>
				leads(first, name) &&
				!leads(first, other) &&
				ways.some((second) => leads(second, other) && isAbove(first, second)),
		);
	});
}
