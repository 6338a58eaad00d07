// The environment n8n runs in here: on this machine only, saying nothing to anyone outside, quiet about itself.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface N8nPlace {
	/** Folder that `npm install` of n8n filled. */
	n8nFolder: string;
	/** n8n keeps everything it knows below this folder, in `.n8n`. */
	userFolder: string;
	port: number;
	/** Port on which n8n's task runner reports to it; every n8n needs its own. */
	brokerPort: number;
}

/** @param extra what the caller wants otherwise; it wins */
export function n8nEnvironment(
	{ n8nFolder, userFolder, port, brokerPort }: N8nPlace,
	extra: Record<string, string> = {},
): NodeJS.ProcessEnv {
	return {
		...ownVariables(),
		PATH: `${join(n8nFolder, 'node_modules', 'node', 'bin')}${delimiter}${process.env.PATH ?? ''}`,
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_PROTOCOL: 'http',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		GENERIC_TIMEZONE: 'UTC',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		// The package is not published: n8n is not to ask its directory of verified packages about it.
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		...withoutRegistry(n8nFolder),
		N8N_LOG_LEVEL: 'info',
		// Seconds a running execution gets to end when n8n is stopped.
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		...extra,
	};
}

/** Its list comes from n8n's servers at every start. An n8n that has no such module does not start when it is named. */
function withoutRegistry(n8nFolder: string): NodeJS.ProcessEnv {
	const module = 'mcp-registry';
	const known = existsSync(join(n8nFolder, 'node_modules', 'n8n', 'dist', 'modules', module));
	return known ? { N8N_DISABLED_MODULES: module } : {};
}

/** The caller's environment without npm's settings, another n8n's, and a test run's (NODE_ENV=test changes n8n). */
function ownVariables(): NodeJS.ProcessEnv {
	const foreign = /^(npm_|N8N_|JEST_|NODE_ENV$|NODE_OPTIONS$)/i;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
