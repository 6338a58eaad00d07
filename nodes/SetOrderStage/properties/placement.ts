/** Where orders are put: the integration defaults, or what a person chooses. */
import type { INodeProperties } from 'n8n-workflow';

import { stageLocator, threePlLocator } from './locators';

const threePlHint =
	'Cin7 numbers 3PL statuses differently in each account. To read one off, type the reference of an order that has it into the search of the list. Empty leaves it to Cin7.';

const defaultsOnly = { show: { operation: ['applyDefaults'] } };
const manualOnly = { show: { operation: ['setManually'] } };

export const placement: INodeProperties[] = [
	stageLocator({
		displayName: 'Default Stage',
		name: 'defaultStage',
		default: { mode: 'name', value: 'New' },
		required: true,
		displayOptions: defaultsOnly,
		description:
			'Stage of new orders, and of orders released from Needs Attention. In Cin7: Set Default Stage To, in the settings of the integration.',
	}),
	{
		displayName: 'Auto Dispatch Orders',
		name: 'autoDispatch',
		type: 'boolean',
		default: false,
		displayOptions: defaultsOnly,
		description:
			'Whether orders get a Fully Dispatched date as they are saved. Held orders never do; orders that are shipped already or that Amazon sends always do, unless the options say otherwise.',
	},
	threePlLocator({
		displayName: 'Default 3PL Status',
		name: 'defaultThreePlStatus',
		displayOptions: defaultsOnly,
		description: `3PL status of new and released orders. ${threePlHint}`,
	}),
	{
		displayName:
			'Held orders get the Stage "Needs Attention", stay approved and undispatched, and get the 3PL status of Do Not Transfer from the credential or the options, whatever the integration defaults are',
		name: 'holdNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['hold'] } },
	},
	stageLocator({
		displayName: 'Stage',
		name: 'stage',
		displayOptions: manualOnly,
		description: 'Stage to set. Empty leaves it as it is.',
	}),
	{
		displayName: 'Fully Dispatched',
		name: 'dispatchedDate',
		type: 'dateTime',
		default: '',
		displayOptions: manualOnly,
		description:
			'Date on which the order was dispatched. Empty leaves it undispatched. A date that an order already has is kept.',
	},
	threePlLocator({
		displayName: '3PL Status',
		name: 'threePlStatus',
		displayOptions: manualOnly,
		description: `3PL status to set. ${threePlHint}`,
	}),
];
