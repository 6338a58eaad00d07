import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** An app's authorisation by a seller, for Amazon's Selling Partner API. The node that uses it also tests it. */
export class AmazonSellerApi implements ICredentialType {
	name = 'amazonSellerApi';

	displayName = 'Amazon Seller API';

	icon = { light: 'file:amazonSeller.svg', dark: 'file:amazonSeller.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-cin7-omni/n8n-nodes-cin7-omni/blob/main/docs/amazon-credential.md';

	properties: INodeProperties[] = [
		{
			displayName: 'LWA Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. amzn1.application-oa2-client.…',
			description:
				'Client ID of your app. In Seller Central: Apps and Services > Develop Apps > your app > LWA credentials.',
		},
		{
			displayName: 'LWA Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Client secret from the same place. Amazon asks you to renew it every 180 days; put the new one here then.',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'What authorising the app gave. In Seller Central: Develop Apps > Authorise. Adding a role to the app needs a new one.',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{
					name: 'Custom Endpoint',
					value: 'custom',
					description: 'Two addresses of your own, for a test system',
				},
				{
					name: 'Europe',
					value: 'eu',
					description: 'Europe, the Middle East, Africa, India and Türkiye',
				},
				{
					name: 'Europe (Sandbox)',
					value: 'euSandbox',
					description: "Amazon's test answers, not your orders",
				},
				{ name: 'Far East', value: 'fe', description: 'Japan, Australia and Singapore' },
				{
					name: 'Far East (Sandbox)',
					value: 'feSandbox',
					description: "Amazon's test answers, not your orders",
				},
				{
					name: 'North America',
					value: 'na',
					description: 'United States, Canada, Mexico and Brazil',
				},
				{
					name: 'North America (Sandbox)',
					value: 'naSandbox',
					description: "Amazon's test answers, not your orders",
				},
			],
			default: 'na',
			description: 'Where the seller authorised the app. A refresh token works in one region only.',
		},
		{
			displayName: 'Selling Partner API URL',
			name: 'spApiUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://sellingpartnerapi-na.amazon.com',
			displayOptions: { show: { region: ['custom'] } },
			description: 'Address of the Selling Partner API, or of what stands in for it',
		},
		{
			displayName: 'Login with Amazon URL',
			name: 'lwaUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://api.amazon.com/auth/o2/token',
			displayOptions: { show: { region: ['custom'] } },
			description: 'Address that gives access tokens',
		},
	];
}
