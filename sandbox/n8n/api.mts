// Talks to n8n's REST API as the editor does: signed in as the owner, one session per n8n.

import axios from 'axios';
import type { AxiosInstance } from 'axios';
import type { Owner } from './owner.mts';

const ANSWER_WITHIN_MS = 60_000;

export interface Session {
	/** Calls `/rest<path>` and gives what n8n wraps in `data`; a refusal is an error with n8n's own words. */
	get<T>(path: string): Promise<T>;
	post<T>(path: string, body: unknown): Promise<T>;
	patch<T>(path: string, body: unknown): Promise<T>;
	delete<T>(path: string): Promise<T>;
	/** For a browser that is to be signed in: the value of its `n8n-auth` cookie. */
	authCookie: string;
}

/**
 * Signs in, and sets the owner up first where n8n is new.
 * @param url of n8n, e.g. `http://127.0.0.1:5678`
 */
export async function signIn(url: string, owner: Owner): Promise<Session> {
	const http = axios.create({
		baseURL: `${url}/rest`,
		timeout: ANSWER_WITHIN_MS,
		validateStatus: () => true,
		proxy: false,
		maxContentLength: Infinity,
		maxBodyLength: Infinity,
	});
	const { userManagement } = await call<{ userManagement: { showSetupOnFirstLoad: boolean } }>(
		http,
		'GET',
		'/settings',
	);
	if (userManagement.showSetupOnFirstLoad) {
		await call(http, 'POST', '/owner/setup', { ...owner, firstName: 'Sandbox', lastName: 'Owner' });
	}
	const { email, password } = owner;
	const login = await http.post('/login', { emailOrLdapLoginId: email, password });
	const cookie = (login.headers['set-cookie'] ?? [])
		.map((line) => line.split(';')[0] ?? '')
		.find((pair) => pair.startsWith('n8n-auth='));
	if (login.status !== 200 || cookie === undefined) {
		throw new Error(`n8n did not sign ${email} in (status ${login.status}): ${words(login.data)}`);
	}
	http.defaults.headers.common.Cookie = cookie;
	return {
		get: (path) => call(http, 'GET', path),
		post: (path, body) => call(http, 'POST', path, body),
		patch: (path, body) => call(http, 'PATCH', path, body),
		delete: (path) => call(http, 'DELETE', path),
		authCookie: cookie.slice('n8n-auth='.length),
	};
}

async function call<T>(
	http: AxiosInstance,
	method: string,
	path: string,
	body?: unknown,
): Promise<T> {
	const answer = await http.request<{ data: T }>({ method, url: path, data: body });
	if (answer.status >= 400) {
		throw new Error(
			`n8n answered ${answer.status} to ${method} /rest${path}: ${words(answer.data)}`,
		);
	}
	return answer.data.data;
}

function words(body: unknown): string {
	const message = (body as { message?: unknown } | undefined)?.message;
	return typeof message === 'string' ? message : JSON.stringify(body ?? null).slice(0, 500);
}
