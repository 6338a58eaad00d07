/** Who and what an account knows besides its orders: the people and products that a bot's settings name. */

export interface Contact {
	id: number;
	/** `Customer`, `Supplier`, `Internal`. */
	type: string;
	isActive: boolean;
	company: string;
	firstName: string;
	lastName: string;
	email: string;
}

/** A person who signs in to the account. */
export interface User {
	id: number;
	isActive: boolean;
	firstName: string;
	lastName: string;
	email: string;
}

export interface ProductOption {
	id: number;
	/** What an order's line names. */
	code: string;
}

export interface Product {
	id: number;
	/** `Public`, `Inactive`, `Internal`, … */
	status: string;
	styleCode: string;
	name: string;
	/** `Undefined` for a product without stock control. */
	stockControl: string;
	productOptions: ProductOption[];
}
