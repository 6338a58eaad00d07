// A workflow of somebody else's: its node is not known to this n8n.

const node = {
	id: '1',
	name: 'Stranger',
	type: 'n8n-nodes-of-nobody.thing',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** As text, to be pasted. */
export const strangeWorkflow = JSON.stringify({ name: 'Strange', nodes: [node], connections: {} });
