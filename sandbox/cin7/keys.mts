// The API connections of the account: a user name, a key, and what the key may do.
import type { Method, ResourceName } from './resources/resource.mts';

export interface ApiKey {
	/** How the key is called in logs, which never show the key itself. */
	name: string;
	username: string;
	apiKey: string;
	/** Per resource the methods it may use, or everything. */
	permissions: 'all' | Partial<Record<ResourceName, Method[]>>;
}

/** The value of the Authorization header for a key. */
export function basicAuth(key: { username: string; apiKey: string }): string {
	return `Basic ${Buffer.from(`${key.username}:${key.apiKey}`).toString('base64')}`;
}

/** The key of a request, or undefined when there is none or it is not one of these. */
export function keyOf(
	keys: readonly ApiKey[],
	authorization: string | undefined,
): ApiKey | undefined {
	const encoded = /^basic\s+(\S+)$/i.exec(authorization?.trim() ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const text = Buffer.from(encoded, 'base64').toString('utf8');
	const colon = text.indexOf(':');
	if (colon < 0) return undefined;
	const [username, apiKey] = [text.slice(0, colon), text.slice(colon + 1)];
	return keys.find((key) => key.username === username && key.apiKey === apiKey);
}

export function mayUse(key: ApiKey, resource: ResourceName, method: Method): boolean {
	return key.permissions === 'all' || key.permissions[resource]?.includes(method) === true;
}
