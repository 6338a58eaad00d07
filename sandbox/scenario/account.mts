// The merchant's own side of the account: branches, users, and the two contacts that a bot needs.
// Nobody here exists.
import type { NamedRow } from './scenario.mts';

/** Branches and contacts are both members of Cin7's address book: they never share an id. */
export const branchIds = { sydney: 3, melbourne: 5, fremantle: 8, popUp: 14 } as const;

export const batchCustomer = { id: 1201, company: 'Ecommerce Batches' } as const;

export const accountant = {
	id: 1202,
	firstName: 'Mara',
	lastName: 'Whitlock',
	email: 'mara.whitlock@example.com',
} as const;

const opened = '2021-03-09T22:14:05Z';

export function branchRows(): NamedRow[] {
	return [
		branch(branchIds.sydney, 'Sydney Harbour Store', 'sydney', 'Sydney', 'NSW', '2000'),
		branch(branchIds.melbourne, 'Melbourne Warehouse', 'melbourne', 'Melbourne', 'VIC', '3004'),
		branch(
			branchIds.fremantle,
			`Fremantle "Dockside" & O'Hara`,
			'fremantle',
			'Fremantle',
			'WA',
			'6160',
		),
		branch(branchIds.popUp, 'Pop-up Stall', 'stall', 'Sydney', 'NSW', '2010'),
	];
}

function branch(
	id: number,
	company: string,
	mailbox: string,
	city: string,
	state: string,
	postCode: string,
): NamedRow {
	return {
		id,
		createdDate: opened,
		isActive: true,
		company,
		email: `${mailbox}@example.com`,
		branchType: 'Warehouse',
		taxStatus: 'Incl',
		address1: `${id} Example Quay`,
		city,
		state,
		postCode,
		country: 'Australia',
	};
}

export function userRows(): NamedRow[] {
	return [
		user(11, 'Tove', 'Ashgrove', 'Operations lead', 'tove.ashgrove@example.com', true),
		user(12, 'Idris', 'Penhallow', 'Accounts', 'idris.penhallow@example.com', true),
		user(19, 'Wren', 'Castellane', 'Warehouse', 'wren.castellane@example.org', false),
	];
}

function user(
	id: number,
	firstName: string,
	lastName: string,
	jobTitle: string,
	email: string,
	isActive: boolean,
): NamedRow {
	return { id, isActive, firstName, lastName, jobTitle, email };
}

/** The customer of batch documents, and the accountant who gets the summary. */
export function ownContactRows(): NamedRow[] {
	return [
		{
			id: batchCustomer.id,
			createdDate: opened,
			isActive: true,
			type: 'Customer',
			company: batchCustomer.company,
			email: 'batches@example.com',
			notes: 'Customer of batch documents. Leave it out of sales reports.',
		},
		{
			id: accountant.id,
			createdDate: opened,
			isActive: true,
			type: 'Internal',
			company: 'Whitlock & Daughters Bookkeeping',
			firstName: accountant.firstName,
			lastName: accountant.lastName,
			jobTitle: 'Accountant',
			email: accountant.email,
		},
	];
}
