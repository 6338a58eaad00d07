/** Which orders are downloaded. */
import type { INodeProperties } from 'n8n-workflow';

const displayOptions = { show: { operation: ['downloadUpdated'] } };

export const selection: INodeProperties[] = [
	{
		displayName: 'Marketplace Names or IDs',
		name: 'marketplaces',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getMarketplaces' },
		default: [],
		displayOptions,
		description:
			'Only orders from these marketplaces. Leave empty for all of the region. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Fulfilled By',
		name: 'fulfilledBy',
		type: 'multiOptions',
		options: [
			{ name: 'Amazon', value: 'AMAZON', description: 'Fulfilment by Amazon (FBA)' },
			{ name: 'Merchant', value: 'MERCHANT', description: 'You send the order (FBM)' },
		],
		default: [],
		displayOptions,
		description: 'Only orders that one of these sends. Leave empty for both.',
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'Cancelled', value: 'CANCELLED' },
			{ name: 'Partially Shipped', value: 'PARTIALLY_SHIPPED' },
			{ name: 'Pending', value: 'PENDING', description: 'Not paid yet' },
			{
				name: 'Pending Availability',
				value: 'PENDING_AVAILABILITY',
				description: 'Ordered before its release',
			},
			{ name: 'Shipped', value: 'SHIPPED' },
			{
				name: 'Unfulfillable',
				value: 'UNFULFILLABLE',
				description: 'Amazon cannot send it',
			},
			{ name: 'Unshipped', value: 'UNSHIPPED', description: 'Paid and ready to be sent' },
		],
		default: [],
		displayOptions,
		description: 'Only orders in these statuses. Leave empty for all.',
	},
];
