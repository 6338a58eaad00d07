// The panels of both nodes, resolved as n8n resolves them: every operation shows what its code reads, with a default.
import { NodeHelpers, type INodeType } from 'n8n-workflow';

import { Cin7Omni } from '../../nodes/Cin7Omni/Cin7Omni.node';
import { SetOrderStage } from '../../nodes/SetOrderStage/SetOrderStage.node';

/** The parameters that n8n gives a new node with these choices made. */
function shown(node: INodeType, chosen: Record<string, string>): string[] {
	const { description } = node;
	const instance = {
		id: '1',
		name: 'x',
		type: `n8n-nodes-cin7-omni.${description.name}`,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: chosen,
	};
	const { properties } = description;
	const resolved = NodeHelpers.getNodeParameters(
		properties,
		chosen,
		true,
		false,
		instance,
		description as never,
	);
	return Object.keys(resolved ?? {}).sort();
}

it.each([
	[
		'applyDefaults',
		[
			'autoDispatch',
			'branch',
			'branchRules',
			'createMissing',
			'defaultStage',
			'defaultThreePlStatus',
		],
	],
	['hold', ['branch', 'branchRules', 'createMissing', 'holdNotice']],
	['setManually', ['createMissing', 'dispatchedDate', 'stage', 'threePlStatus']],
])('Set Order Stage, %s', (operation, parameters) => {
	expect(shown(new SetOrderStage(), { operation })).toEqual(
		[...parameters, 'operation', 'options'].sort(),
	);
});

it('Cin7 Omni: every operation of every resource', () => {
	const node = new Cin7Omni();
	const resource = node.description.properties[0];
	const panels = (resource.options as { value: string }[]).flatMap(({ value }) =>
		node.description.properties
			.filter(({ name, displayOptions }) => {
				return name === 'operation' && displayOptions?.show?.resource?.includes(value);
			})
			.flatMap(({ options }) =>
				(options as { value: string }[]).map((operation) => [value, operation.value]),
			),
	);
	expect(panels).toHaveLength(15);
	for (const [value, operation] of panels) {
		const parameters = shown(node, { resource: value, operation });
		expect(parameters).toContain('options');
		if (operation === 'getAll') expect(parameters).toContain('limit');
	}
	expect(shown(node, { resource: 'salesOrder', operation: 'update' })).toEqual([
		'dataMode',
		'operation',
		'options',
		'resource',
	]);
});
