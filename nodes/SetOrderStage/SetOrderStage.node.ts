import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchContacts } from '../shared/cin7/searchContacts';
import { searchBranches } from './listSearch/searchBranches';
import { searchStages } from './listSearch/searchStages';
import { searchThreePlStatuses } from './listSearch/searchThreePlStatuses';
import { properties } from './properties';
import { saveAtStage } from './saveAtStage';

/** Saves orders in Cin7 Omni at a stage: at the integration's defaults, held as Needs Attention, or as set by hand. */
export class SetOrderStage implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Set Order Stage',
		name: 'setOrderStage',
		icon: { light: 'file:setOrderStage.svg', dark: 'file:setOrderStage.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ {applyDefaults: "Apply Integration Defaults", hold: "Hold as Needs Attention", setManually: "Set Manually"}[$parameter["operation"]] }}',
		description:
			'Save sales orders in Cin7 Omni: release them at your integration defaults, hold them as Needs Attention, or set stage, dispatch date and 3PL status by hand',
		defaults: { name: 'Set Order Stage' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cin7OmniApi', required: true }],
		properties,
	};

	methods = {
		listSearch: { searchBranches, searchContacts, searchStages, searchThreePlStatuses },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await saveAtStage.call(this);
	}
}
