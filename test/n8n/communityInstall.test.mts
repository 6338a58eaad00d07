// The package comes into a new n8n the way a person installs it: Settings, Community nodes, Install, its name.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn, type Session } from '../../sandbox/n8n/api.mts';
import { finishedExecution, itemsOf, runWorkflow } from '../../sandbox/n8n/executions.mts';
import { packPackage } from '../../sandbox/n8n/nodePackage.mts';
import { ownerOf } from '../../sandbox/n8n/owner.mts';
import { startN8n, type N8n } from '../../sandbox/n8n/server.mts';
import { saveWorkflow, type Workflow, type WorkflowNode } from '../../sandbox/n8n/workflows.mts';
import { npmThatAsks, openRegistry, type NpmRegistry } from './npmRegistry.mts';
import { checkout } from './openN8n.mts';
import {
	manifestOf,
	nodeTypesOf,
	offeredNodes,
	ofPackage,
	type Manifest,
} from './packageNodes.mts';

jest.setTimeout(120_000);

interface Installed {
	packageName: string;
	installedVersion: string;
	installedNodes: { type: string; latestVersion: number }[];
	failedLoading?: boolean;
}

let folder: string;
let manifest: Manifest;
let registry: NpmRegistry;
let n8n: N8n;
let session: Session;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'cin7-omni-install-'));
	manifest = await manifestOf(checkout);
	registry = await openRegistry(await packPackage(checkout, join(folder, 'package')), manifest);
	const userFolder = join(folder, 'n8n');
	const PATH = await npmThatAsks(registry.url, join(folder, 'bin'));
	n8n = await startN8n({ userFolder, env: { PATH } });
	session = await signIn(n8n.url, await ownerOf(userFolder));
});

afterAll(async () => {
	await n8n?.stop();
	await registry?.close();
	await rm(folder, { recursive: true, force: true });
});

/** Names of our node types that this n8n offers. */
async function offered(): Promise<string[]> {
	return ofPackage(await offeredNodes(n8n.url, session), manifest);
}

const order = { reference: 'SO-1', firstName: 'Ada', email: 'ada@example.com' };

const oneOrder: Workflow = {
	name: 'Check one order',
	nodes: [
		node('Run by hand', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('An order', 'n8n-nodes-base.set', 3.4, {
			mode: 'raw',
			jsonOutput: JSON.stringify(order),
		}),
		node('Validate', 'n8n-nodes-cin7-omni.validateOrder', 1, {}),
	],
	connections: { 'Run by hand': to('An order'), 'An order': to('Validate') },
	settings: { executionOrder: 'v1' },
};

function node(name: string, type: string, typeVersion: number, parameters: object): WorkflowNode {
	return { name, type, typeVersion, position: [0, 0], parameters: { ...parameters } };
}

function to(name: string): object {
	return { main: [[{ node: name, type: 'main', index: 0 }]] };
}

it('is not there before', async () => {
	expect(await offered()).toEqual([]);
});

it('is downloaded from the registry, loaded and listed', async () => {
	const installed = await session.post<Installed>('/community-packages', { name: manifest.name });
	expect(installed.installedVersion).toBe(manifest.version);
	expect(registry.asked).toContain(`/${manifest.name}/-/${manifest.name}-${manifest.version}.tgz`);
	const listed = await session.get<Installed[]>('/community-packages');
	expect(listed).toHaveLength(1);
	const [{ packageName, installedNodes, failedLoading }] = listed;
	expect(packageName).toBe(manifest.name);
	expect(failedLoading).not.toBe(true);
	expect(installedNodes.map(({ type }) => type).sort()).toEqual(nodeTypesOf(manifest));
	expect(await offered()).toEqual(nodeTypesOf(manifest));
});

it('works at once, without a restart', async () => {
	const workflow = await saveWorkflow(session, oneOrder);
	const id = await runWorkflow(session, workflow.id, 'Run by hand');
	const execution = await finishedExecution(session, id, 30_000);
	expect(execution.status).toBe('success');
	const [held] = itemsOf<object>(execution, 'Validate', 1);
	expect(JSON.stringify(held)).toContain('Last Name');
});

it('is removed again without a trace among the nodes', async () => {
	await session.delete(`/community-packages?name=${manifest.name}`);
	expect(await session.get<Installed[]>('/community-packages')).toEqual([]);
	expect(await offered()).toEqual([]);
});
