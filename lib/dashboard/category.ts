/** The tabs of the dashboard, by the names Cin7 gives them. */
import { nodeTypes } from './nodeTypes';
import { hasNode, type WorkflowNode } from './workflow';

export const categories = ['Accounting & Admin', 'Sales & Orders'] as const;
export type Category = (typeof categories)[number];

/** A bot that batches is Accounting & Admin in Cin7; what looks after orders is Sales & Orders; the rest is administration. */
export function categoryOf(nodes: readonly WorkflowNode[]): Category {
	if (nodes.some(({ type }) => type === nodeTypes.batch)) return 'Accounting & Admin';
	const orders = [nodeTypes.stage, nodeTypes.validate].some((type) => hasNode(nodes, type));
	return orders ? 'Sales & Orders' : 'Accounting & Admin';
}

/** The anchor of a category's tab on a page. */
export function categoryAnchor(category: Category): string {
	return category.toLowerCase().replace(/[^a-z]+/g, '-');
}
