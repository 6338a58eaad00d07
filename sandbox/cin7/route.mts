// Which resource and record a path names. Paths are not case-sensitive.
import { resourceNamed } from './resources/index.mts';
import type { Resource } from './resources/resource.mts';

export const basePath = '/api/v1';

export interface Route {
	resource: Resource;
	/** The record, when the path names one. */
	id?: number;
}

/** `/api/v1/Payments` or `/api/v1/Payments/12`; undefined for any other path. */
export function routeOf(path: string): Route | undefined {
	const match = /^\/api\/v1\/([a-z]+)(?:\/(\d{1,15}))?\/?$/i.exec(path);
	const resource = match === null ? undefined : resourceNamed(match[1]);
	if (match === null || resource === undefined) return undefined;
	return match[2] === undefined ? { resource } : { resource, id: Number(match[2]) };
}

/** The methods an address answers to: lists are read and written, a record is read and deleted. */
export function methodsAt({ resource, id }: Route): readonly string[] {
	const fitting = id === undefined ? ['GET', 'POST', 'PUT'] : ['GET', 'DELETE'];
	return resource.methods.filter((method) => fitting.includes(method));
}
