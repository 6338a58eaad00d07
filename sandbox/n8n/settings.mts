// What `npm start` was asked: npm start -- [--once] [--json FILE] [--port N] [--fresh].

import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

export interface StartSettings {
	/** End after the main job, with 0 or 1, instead of staying up. */
	once: boolean;
	/** File that receives the result. */
	json?: string;
	/** Of n8n. */
	port: number;
}

const N8N_PORT = 5678;

/** @throws when an option is not known or the port is no port */
export function startSettings(args: string[]): StartSettings {
	const { values } = parseArgs({
		args,
		options: {
			once: { type: 'boolean', default: false },
			json: { type: 'string' },
			port: { type: 'string', default: String(N8N_PORT) },
			// Already done by start.mjs, before anything opened the folder.
			fresh: { type: 'boolean', default: false },
		},
	});
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`);
	}
	return {
		once: values.once,
		port,
		...(values.json !== undefined && { json: resolve(values.json) }),
	};
}
