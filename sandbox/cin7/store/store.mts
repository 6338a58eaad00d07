// The store of one account: in memory, or in a file. One call, one transaction.
import type { SQLInputValue } from 'node:sqlite';
import type { Resource, ResourceName, Row } from '../resources/resource.mts';
import { memory } from './database.mts';
import { openFileStore } from './fileStore.mts';
import { openMemoryStore } from './memoryStore.mts';

/** What a record was before a write: `before` is undefined for one that did not exist. */
export interface Change {
	resource: ResourceName;
	id: number;
	before: Row | undefined;
}

/** Records that it gives are not to be changed: they may be kept for the next reader. */
export interface Store {
	/** Whether an account was made in it already. */
	loaded(): boolean;
	get(resource: Resource, id: number): Row | undefined;
	/** In the order of their ids. */
	all(resource: Resource): readonly Row[];
	/** The one with the lowest id. */
	first(resource: Resource): Row | undefined;
	/** Those with that value in a field; texts are compared in any case. */
	having(resource: Resource, field: string, value: string | number): readonly Row[];
	/** All of them, where they are in memory and few enough to be searched one by one. */
	few(resource: Resource): readonly Row[] | undefined;
	/** Records of a statement that selects their `id`, in its order. */
	selected(resource: Resource, sql: string, parameters: SQLInputValue[]): Row[];
	/** The columns of a statement that counts. */
	count(sql: string): Record<string, unknown>[];
	insert(resource: Resource, row: Row): void;
	update(resource: Resource, row: Row): void;
	remove(resource: Resource, id: number): void;
	/** Makes a record again what it was, which is no change. */
	put(change: Change): void;
	/** Takes a reference for a record. False when another record of any module has it. */
	take(reference: string, module: ResourceName, id: number): boolean;
	release(reference: string): void;
	/** A value kept beside the records, such as the keys. */
	kept<T>(name: string): T | undefined;
	keep(name: string, value: unknown): void;
	addMail(message: string): void;
	mail(): string[];
	/** Runs `work` and keeps all of it, or, when it throws, nothing. */
	atomically<T>(work: () => T): T;
	/** Runs `work` and undoes it, so that it can look at another state. */
	provisionally<T>(work: () => T): T;
	/** Receives every change of a record while one call runs. */
	onChange: (change: Change) => void;
	/** Removes the records, the references and the mail; what is kept beside them stays. */
	empty(): void;
	close(): void;
}

/** Opens a store. `file` is a path, or `:memory:`. */
export function openStore(file: string): Store {
	return file === memory ? openMemoryStore() : openFileStore(file);
}
