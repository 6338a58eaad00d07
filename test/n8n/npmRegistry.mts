// A registry for npm on this machine that has one package: what n8n's own installer asks of npm, it finds here.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import fastify from 'fastify';

export interface NpmRegistry {
	/** e.g. `http://127.0.0.1:40123` */
	url: string;
	/** Paths that were asked for, in their order. */
	asked: string[];
	close(): Promise<void>;
}

/**
 * Serves a packed package as its newest version, on a free port of this machine.
 * @param packageFile the .tgz
 * @param manifest its package.json, whose name and version it is served under
 */
export async function openRegistry(
	packageFile: string,
	manifest: { name: string; version: string },
): Promise<NpmRegistry> {
	const tarball = await readFile(packageFile);
	const digest = (kind: string) => createHash(kind).update(tarball);
	const { name, version } = manifest;
	const asked: string[] = [];
	const server = fastify();
	server.addHook('onRequest', async ({ url }) => void asked.push(url));
	const url: string = await server
		.get('/:name', async (request, reply) => {
			const { name: wanted } = request.params as { name: string };
			if (wanted !== name) return reply.code(404).send({ error: 'Not found' });
			const dist = {
				tarball: `${url}/${name}/-/${name}-${version}.tgz`,
				shasum: digest('sha1').digest('hex'),
				integrity: `sha512-${digest('sha512').digest('base64')}`,
			};
			return {
				name,
				'dist-tags': { latest: version },
				versions: { [version]: { ...manifest, dist } },
			};
		})
		.get('/:name/-/:file', async (_, reply) => reply.type('application/octet-stream').send(tarball))
		.listen({ host: '127.0.0.1', port: 0 });
	return { url, asked, close: async () => await server.close() };
}

/**
 * Puts a command `npm` into a folder that asks the given registry, whatever its caller says: n8n names npm's own, and only
 * takes another with a licence.
 * @returns the PATH on which that command comes first
 */
export async function npmThatAsks(registry: string, folder: string): Promise<string> {
	await mkdir(folder, { recursive: true });
	const command = join(folder, 'npm');
	// Its own folder is the first of the PATH, and the npm it calls is the next one there.
	const lines = ['#!/bin/sh', 'PATH="${PATH#*:}"', `exec npm "$@" --registry=${registry}`, ''];
	await writeFile(command, lines.join('\n'));
	await chmod(command, 0o755);
	return `${folder}${delimiter}${process.env.PATH ?? ''}`;
}
