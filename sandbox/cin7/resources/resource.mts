// What a resource of the API is.
import type { Cin7Rows } from '../../scenario/scenario.mts';
import type { Field } from './field.mts';

export type ResourceName =
	| 'SalesOrders'
	| 'CreditNotes'
	| 'Payments'
	| 'Products'
	| 'Branches'
	| 'Contacts'
	| 'Users';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A record as it is kept: fields without a value are left out. */
export type Row = Record<string, unknown> & { id: number };

export interface Resource {
	name: ResourceName;
	/** Its array in a scenario and in the ledger. */
	key: keyof Cin7Rows;
	/** What one record is called in messages. */
	singular: string;
	methods: readonly Method[];
	/** Records of resources that count together never share an id. */
	counter: 'document' | 'payment' | 'member' | 'user' | 'product';
	fields: readonly Field[];
	/** Columns that are searched by, each list one index of the store. */
	indexes: readonly (readonly string[])[];
	/** Which field the API reports back as `code` after a write. */
	codeField: string;
}
