import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { contacts, users } from '../../../lib/cin7/resources';
import { and, compare, contains, or } from '../../../lib/cin7/where';
import { listFromCin7 } from '../../shared/cin7/listFromCin7';

const searched = ['company', 'firstName', 'lastName', 'email'];

interface Addressee {
	id: number;
	company?: string;
	firstName: string;
	lastName: string;
	email: string;
}

/** Contacts with an e-mail address, for Summary Email. */
export async function searchContactEmails(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const hasEmail = compare('email', '<>', '');
	const where = filter
		? and(hasEmail, or(...searched.map((field) => contains(field, filter))))
		: hasEmail;
	const found = await listFromCin7(this, (client) =>
		client.first(contacts, { where, order: 'id ASC', rows: 100 }),
	);
	return addressees(found);
}

/** Cin7 users, for Summary Email. */
export async function searchUserEmails(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const found = await listFromCin7(this, (client) => client.all(users, {}));
	const wanted = (filter ?? '').toLowerCase();
	const matching = found.filter((user) =>
		`${user.firstName} ${user.lastName} ${user.email}`.toLowerCase().includes(wanted),
	);
	return addressees(matching);
}

function addressees(people: Addressee[]): INodeListSearchResult {
	return {
		results: people
			.filter((person) => person.email !== '')
			.map((person) => {
				const name = `${person.firstName} ${person.lastName}`.trim() || (person.company ?? '');
				return {
					name: name === '' ? person.email : `${name} (${person.email})`,
					value: person.email,
				};
			}),
	};
}
