// What the dashboard's template asks a person to make: a key of n8n's own API, and the name and password of its page.

import type { Session } from './api.mts';
import type { Credential } from './credentials.mts';
import { saveCredential } from './credentials.mts';

/** What the dashboard needs of n8n's API. */
export const dashboardScopes = ['workflow:list', 'execution:list', 'workflow:create'];

const label = 'Automation Bots Dashboard';

/**
 * Makes a new key, as a person does under Settings > n8n API; that of an earlier start goes.
 * @param url of n8n
 * @param page who may see the page
 */
export async function placeDashboardCredentials(
	session: Session,
	url: string,
	page: { user: string; password: string },
	scopes = dashboardScopes,
): Promise<Credential[]> {
	// Labels are unique.
	for (const key of await apiKeys(session)) await session.delete(`/api-keys/${key.id}`);
	const { rawApiKey } = await session.post<{ rawApiKey: string }>('/api-keys', {
		label,
		expiresAt: null,
		scopes,
	});
	return [
		await saveCredential(
			session,
			{ name: 'This n8n', type: 'n8nApi' },
			{ apiKey: rawApiKey, baseUrl: `${url}/api/v1` },
		),
		await saveCredential(
			session,
			{ name: 'Who may see the dashboard', type: 'httpBasicAuth' },
			page,
		),
	];
}

async function apiKeys(session: Session): Promise<{ id: string }[]> {
	const answer = await session.get<ApiKey[] | { items?: ApiKey[] }>('/api-keys');
	const all = Array.isArray(answer) ? answer : (answer.items ?? []);
	return all.filter((key) => key.label === label);
}

interface ApiKey {
	id: string;
	label: string;
}
