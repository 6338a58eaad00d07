import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** An API connection of a Cin7 Omni account, and how fast it may be used. */
export class Cin7OmniApi implements ICredentialType {
	name = 'cin7OmniApi';

	displayName = 'Cin7 Omni API';

	icon = { light: 'file:cin7Omni.svg', dark: 'file:cin7Omni.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-cin7-omni/n8n-nodes-cin7-omni/blob/main/docs/credential.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			description:
				'API username of the connection. In Cin7: Integrations > API v1. It is not the name you sign in with.',
		},
		{
			displayName: 'Connection Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Key of the same connection. In Cin7: Integrations > API v1 > the connection. The connection needs permissions for the modules that your workflows use, for batching: Sales Orders, Credit Notes and Payments (read, create and change; Payments also delete), Branches, Contacts, Users and Products (read).',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.cin7.com/api/v1',
			required: true,
			description: "Address of Cin7's API. Change it only to work against a test system.",
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 3,
			description:
				'Most calls in a second. Cin7 allows each connection 3; lower it when other systems use the same one. 0 means no limit.',
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 60,
			description: 'Most calls in a minute. Cin7 allows each connection 60. 0 means no limit.',
		},
		{
			displayName: 'Requests per Day',
			name: 'requestsPerDay',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 5000,
			description:
				'Most calls in 24 hours. Cin7 allows each connection 5,000. When they are used up, workflows stop with a message rather than wait. 0 means no limit.',
		},
		{
			displayName: '3PL Code for Do Not Transfer',
			name: 'doNotTransferStatus',
			type: 'string',
			default: '',
			placeholder: 'e.g. 5',
			description:
				'Number that stands for the 3PL status "Do Not Transfer to 3PL" in your account. Cin7 does not publish it. To find it, set an order to that status in Cin7, save it, and read the field <code>logisticsStatus</code> of that order through the API. Left blank, the 3PL status of new orders is left to Cin7.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: {
				username: '={{$credentials.username}}',
				password: '={{$credentials.apiKey}}',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '/SalesOrders',
			qs: { fields: 'id', rows: 1 },
			// A web page to sign in at is no API, even though it would answer with 200.
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 301,
					message:
						'The Base URL leads to another address instead of the API. For Cin7 Omni it is https://api.cin7.com/api/v1',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 302,
					message:
						'The Base URL leads to another address instead of the API. For Cin7 Omni it is https://api.cin7.com/api/v1',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Cin7 did not accept Username and Connection Key: one of the two is not that of the API connection. Copy both from Cin7, Integrations > API v1, and mind spaces at their ends.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'Username and Connection Key are right, but this API connection may not read Sales Orders. In Cin7, open it under Integrations > API v1 and tick the permissions for Sales Orders.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'There is no Cin7 API at the Base URL. For Cin7 Omni it is https://api.cin7.com/api/v1',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 429,
					message:
						'This API connection has made more calls than Cin7 allows just now. Wait a minute, then test again.',
				},
			},
		],
	};
}
