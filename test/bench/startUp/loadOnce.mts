// Loads one package as n8n does at its start, in a process of its own, and prints what that took:
// node --expose-gc loadOnce.mts N8N_FOLDER PACKAGE_FOLDER, with n8n's node_modules in NODE_PATH as n8n has it.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [n8nFolder = '', packageFolder = ''] = process.argv.slice(2);
const ofN8n = createRequire(join(n8nFolder, 'node_modules', 'n8n', 'package.json'));
ofN8n('reflect-metadata');
const { PackageDirectoryLoader } = ofN8n('n8n-core') as {
	PackageDirectoryLoader: new (folder: string) => { loadAll(): Promise<void> };
};
// n8n has these in memory anyway.
for (const shared of ['n8n-workflow', 'luxon', 'zod', 'axios']) ofN8n(shared);

const { gc } = globalThis as { gc?: () => void };
gc?.();
const heapBefore = process.memoryUsage().heapUsed;
const cpuBefore = process.cpuUsage();
const began = performance.now();
await new PackageDirectoryLoader(packageFolder).loadAll();
const wallMs = performance.now() - began;
const { user, system } = process.cpuUsage(cpuBefore);
gc?.();
const heapMiB = (process.memoryUsage().heapUsed - heapBefore) / 1024 ** 2;
process.stdout.write(JSON.stringify({ wallMs, cpuMs: (user + system) / 1000, heapMiB }));
