/** Who gets the summary; the node puts the address and the mail in its Summary output, a mail node sends it. */
import type { INodeProperties } from 'n8n-workflow';

export const summaryEmail: INodeProperties = {
	displayName: 'Summary Email',
	name: 'summaryEmail',
	type: 'resourceLocator',
	default: { mode: 'email', value: '' },
	description:
		'Who is told what was batched. Leave empty for no e-mail. The Summary output holds the address, subject and text for the mail node that follows.',
	modes: [
		{
			displayName: 'Contact',
			name: 'contact',
			type: 'list',
			typeOptions: { searchListMethod: 'searchContactEmails', searchable: true },
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'list',
			typeOptions: { searchListMethod: 'searchUserEmails', searchable: true },
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. accounts@example.com',
		},
	],
};
