// The oldest n8n that templates are made for. It is not at hand when they are checked, so what counts of it stands here.

/** As README.md and the guide name it: its Form Trigger asks for n8n's own users. */
export const oldestN8n = '2.27';

/**
 * The newest version there of each node of n8n's that templates use, without the prefix.
 * Source: n8n-nodes-base/dist/types/nodes.json of n8n 2.27.4.
 */
const newestThere: Record<string, number> = {
	aggregate: 1,
	code: 2,
	convertToFile: 1.1,
	dataTable: 1.1,
	emailSend: 2.1,
	executeWorkflow: 1.3,
	executeWorkflowTrigger: 1.2,
	filter: 2.3,
	form: 2.5,
	formTrigger: 2.6,
	html: 1.2,
	httpRequest: 4.4,
	if: 2.3,
	manualTrigger: 1,
	merge: 3.2,
	n8n: 1,
	respondToWebhook: 1.5,
	scheduleTrigger: 1.3,
	set: 3.4,
	sort: 1,
	splitInBatches: 3,
	splitOut: 1,
	stickyNote: 1,
	stopAndError: 1,
	switch: 3.4,
	wait: 1.1,
	webhook: 2.1,
};

const basePrefix = 'n8n-nodes-base.';

/** What is not right with a node of n8n's in that n8n; undefined when it has it, and for other packages' nodes. */
export function missingInOldest(type: string, version: number): string | undefined {
	if (!type.startsWith(basePrefix)) return undefined;
	const newest = newestThere[type.slice(basePrefix.length)];
	if (newest === undefined) {
		return `Look up the newest version of ${type} in n8n ${oldestN8n}, and add it to oldestN8n.mts.`;
	}
	if (version <= newest) return undefined;
	return `${type} has no version ${version} in n8n ${oldestN8n}: there ${newest} is the newest.`;
}
