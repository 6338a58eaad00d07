/** Ways through a workflow: which nodes come behind another. */
import type { Connections } from './workflow';

/**
 * Names of the nodes behind a node; its own is among them only where a way leads back to it.
 * @param closed names of nodes that are reached, and that nothing gets past
 */
export function behind(
	name: string,
	connections: Connections,
	closed: ReadonlySet<string> = new Set(),
): Set<string> {
	const reached = new Set<string>();
	const open = [name];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		for (const next of nextTo(connections[at])) {
			if (reached.has(next)) continue;
			reached.add(next);
			if (!closed.has(next)) open.push(next);
		}
	}
	return reached;
}

function nextTo(leadsTo: unknown): string[] {
	const outputs = (leadsTo as { main?: unknown } | undefined)?.main;
	const ends: unknown[] = Array.isArray(outputs) ? outputs.flat() : [];
	return ends.flatMap((end) => {
		const name = (end as { node?: unknown } | null)?.node;
		return typeof name === 'string' ? [name] : [];
	});
}
