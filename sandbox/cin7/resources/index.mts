// Every resource of the stand-in. A new one is one file and one line here.
import { branches } from './branches.mts';
import { contacts } from './contacts.mts';
import { creditNotes } from './creditNotes.mts';
import { payments } from './payments.mts';
import { products } from './products.mts';
import type { Resource } from './resource.mts';
import { salesOrders } from './salesOrders.mts';
import { users } from './users.mts';

/** In the order in which a scenario is loaded: what others refer to comes first. */
export const resources: readonly Resource[] = [
	users,
	branches,
	contacts,
	products,
	salesOrders,
	creditNotes,
	payments,
];

const byName = new Map(resources.map((resource) => [resource.name.toLowerCase(), resource]));

/** Names in addresses are not case-sensitive. */
export function resourceNamed(name: string): Resource | undefined {
	return byName.get(name.toLowerCase());
}
