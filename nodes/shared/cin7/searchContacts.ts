import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { contacts } from '../../../lib/cin7/resources';
import { contains, or } from '../../../lib/cin7/where';
import { listFromCin7 } from './listFromCin7';

/** Contacts by company or name. */
export async function searchContacts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const where = filter
		? or(...['company', 'firstName', 'lastName'].map((field) => contains(field, filter)))
		: undefined;
	const found = await listFromCin7(this, (client) =>
		client.first(contacts, { where, order: 'company ASC', rows: 100 }),
	);
	return {
		results: found.map((contact) => ({
			name:
				contact.company ||
				`${contact.firstName} ${contact.lastName}`.trim() ||
				`Contact ${contact.id}`,
			value: String(contact.id),
		})),
	};
}
