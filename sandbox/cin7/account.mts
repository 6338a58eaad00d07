// One Cin7 account: its store, its date, its settings, and the numbers it hands out.
import type { Clock } from './clock.mts';
import { writeInstant } from './instant.mts';
import { products } from './resources/products.mts';
import { resources } from './resources/index.mts';
import type { Resource, Row } from './resources/resource.mts';
import type { Settings } from './settings.mts';
import type { Store } from './store/store.mts';

/** Why one record of a call is not written. The other records are. */
export class RowRefused extends Error {
	readonly duplicate: boolean;
	constructor(message: string, duplicate = false) {
		super(message);
		this.duplicate = duplicate;
	}
}

export type Counter = Resource['counter'] | 'line' | 'option' | 'invoice' | 'creditNote';

export interface Account {
	readonly store: Store;
	settings: Settings;
	/** The account's date and time as the API writes it. */
	now(): string;
	/** The next number. Numbers are never given twice, also not after a deletion. */
	next(counter: Counter): number;
	/** Keeps the counters, as part of the call that used them. */
	keepCounters(): void;
	/** Makes a counter go on after a number that a scenario gives. */
	atLeast(counter: Counter, used: number): void;
	/** The product option with that id, or that code in any case. */
	option(wanted: { id?: unknown; code?: unknown }): ProductOption | undefined;
	/** Forgets what is remembered about the products, because they changed. */
	productsChanged(): void;
	/** Starts again with the counters of the store, after it was emptied or rolled back. */
	recount(): void;
}

export interface ProductOption {
	productId: number;
	productOptionId: number;
	code: string;
	name: string;
	stockControl: unknown;
}

export function openAccount(store: Store, clock: Clock, settings: Settings): Account {
	let counters: Record<string, number> = {};
	let changed = false;
	let shown = { ms: Number.NaN, text: '' };
	let options: Map<string, ProductOption> | undefined;
	const account: Account = {
		store,
		settings,
		now() {
			const ms = clock.now();
			// It is asked for several times in a call, and writing it takes longer than the rest of a small record.
			if (ms !== shown.ms) shown = { ms, text: writeInstant(ms) };
			return shown.text;
		},
		next(counter) {
			counters[counter] = (counters[counter] ?? 0) + 1;
			changed = true;
			return counters[counter];
		},
		keepCounters() {
			if (changed) store.keep('counters', counters);
			changed = false;
		},
		atLeast(counter, used) {
			if (used > (counters[counter] ?? 0)) {
				counters[counter] = used;
				changed = true;
			}
		},
		option({ id, code }) {
			options ??= optionsOf(store);
			if (id) return options.get(`#${String(id)}`);
			return code ? options.get(String(code).toLowerCase()) : undefined;
		},
		productsChanged() {
			options = undefined;
		},
		recount() {
			counters = { ...store.kept<Record<string, number>>('counters') };
			options = undefined;
			changed = false;
		},
	};
	account.recount();
	return account;
}

function optionsOf(store: Store): Map<string, ProductOption> {
	const found = new Map<string, ProductOption>();
	for (const product of store.all(products)) {
		for (const option of (product.productOptions ?? []) as Row[]) {
			const code = String(option.code ?? option.productOptionCode ?? product.styleCode ?? '');
			const entry = {
				productId: product.id,
				productOptionId: option.id,
				code,
				name: String(product.name ?? ''),
				stockControl: product.stockControl,
			};
			found.set(`#${option.id}`, entry);
			if (code !== '') found.set(code.toLowerCase(), entry);
		}
	}
	return found;
}

/** Whether a record of the resource exists. */
export function exists(account: Account, name: Resource['name'], id: unknown): boolean {
	const resource = resources.find((one) => one.name === name);
	return resource !== undefined && account.store.get(resource, Number(id)) !== undefined;
}
