// Credentials of the n8n that runs here.

import type { Session } from './api.mts';

export interface Credential {
	/** Given by n8n. */
	id: string;
	name: string;
	/** e.g. `cin7OmniApi` */
	type: string;
}

/** Creates the credential of this name and type, or gives the one there is this data. */
export async function saveCredential(
	session: Session,
	{ name, type }: Pick<Credential, 'name' | 'type'>,
	data: Record<string, unknown>,
): Promise<Credential> {
	const all = await session.get<Credential[]>('/credentials');
	const existing = all.find((one) => one.name === name && one.type === type);
	const body = { name, type, data };
	const saved = existing
		? await session.patch<Credential>(`/credentials/${existing.id}`, body)
		: await session.post<Credential>('/credentials', body);
	return { id: saved.id, name, type };
}

/** Presses "Test" (or "Retry") in the dialog of a saved credential. */
export async function testCredential(
	session: Session,
	credential: Credential,
	data: Record<string, unknown>,
): Promise<{ status: 'OK' | 'Error'; message: string }> {
	return session.post('/credentials/test', { credentials: { ...credential, data } });
}
