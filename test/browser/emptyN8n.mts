// What a newcomer has: an n8n with the package installed and nothing in it, and the stand-ins in place of Cin7, Amazon and a
// mailbox. Needs dist/ (npm run build).
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import { signIn } from '../../sandbox/n8n/api.mts';
import { packPackage } from '../../sandbox/n8n/nodePackage.mts';
import { ownerOf, type Owner } from '../../sandbox/n8n/owner.mts';
import { startN8n } from '../../sandbox/n8n/server.mts';
import { startSandbox, type Sandbox } from '../../sandbox/n8n/services.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { checkout } from '../n8n/openN8n.mts';

export interface EmptyN8n {
	url: string;
	owner: Owner;
	sandbox: Sandbox;
	/** Everything that a run could change in Cin7, as text. */
	books(): Promise<string>;
	close(): Promise<void>;
}

/** Six payments of each of six channels and payment types, all made yesterday. */
export const { scenario } = sixGroups({ now: new Date().toISOString(), payments: 36 });

export async function openEmptyN8n(): Promise<EmptyN8n> {
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-newcomer-'));
	const file = join(folder, 'scenario.json');
	await writeFile(file, JSON.stringify(scenario));
	const sandbox = await startSandbox(checkout, join(folder, 'sandbox'), [
		...['--limits', 'off', '--scenario', file],
	]);
	const packageFile = await packPackage(checkout, join(folder, 'package'));
	const n8n = await startN8n({ userFolder: join(folder, 'n8n'), packageFile });
	const owner = await ownerOf(n8n.userFolder);
	// Somebody has set this n8n up before.
	await signIn(n8n.url, owner);
	return {
		url: n8n.url,
		owner,
		sandbox,
		async books() {
			const { data } = await axios.get(`${sandbox.control}/ledger`, { proxy: false });
			const { salesOrders, creditNotes, payments } = data;
			return JSON.stringify({ salesOrders, creditNotes, payments });
		},
		async close() {
			await n8n.stop();
			await sandbox.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
