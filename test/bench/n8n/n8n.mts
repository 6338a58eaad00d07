// A real n8n for measurements: one process, nothing kept of executions, so that only their work is timed.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { signIn, type Session } from '../../../sandbox/n8n/api.mts';
import { runWorkflow } from '../../../sandbox/n8n/executions.mts';
import { packPackage } from '../../../sandbox/n8n/nodePackage.mts';
import { ownerOf } from '../../../sandbox/n8n/owner.mts';
import { startN8n } from '../../../sandbox/n8n/server.mts';
import { saveWorkflow, type Workflow } from '../../../sandbox/n8n/workflows.mts';

export const checkout = resolve(import.meta.dirname, '../../..');

export interface BenchN8n {
	session: Session;
	folder: string;
	/** Presses Execute workflow at the trigger "Run by hand"; the workflow itself has to tell when it is done. */
	run(workflow: Workflow): Promise<void>;
	/** The end of n8n's log, for a workflow that does not get there. */
	log(): Promise<string>;
	close(): Promise<void>;
}

const megabytes = 6_000;

export async function openBenchN8n(): Promise<BenchN8n> {
	const folder = await mkdtemp(join(tmpdir(), 'cin7-omni-bench-'));
	const packageFile = await packPackage(checkout, join(folder, 'package'));
	const n8n = await startN8n({
		userFolder: join(folder, 'n8n'),
		packageFile,
		env: {
			EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
			EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'false',
			EXECUTIONS_DATA_SAVE_ON_ERROR: 'none',
			NODE_OPTIONS: `--max-old-space-size=${megabytes}`,
			N8N_RUNNERS_MAX_OLD_SPACE_SIZE: String(megabytes),
			N8N_RUNNERS_TASK_TIMEOUT: '900',
			// A Code node that is given 100,000 items says nothing for longer than the usual 30 seconds.
			N8N_RUNNERS_HEARTBEAT_INTERVAL: '600',
		},
	});
	const session = await signIn(n8n.url, await ownerOf(n8n.userFolder));
	return {
		session,
		folder,
		async run(workflow) {
			const saved = await saveWorkflow(session, workflow);
			await runWorkflow(session, saved.id, 'Run by hand');
		},
		log: async () => (await readFile(n8n.log, 'utf8')).slice(-2_000),
		async close() {
			await n8n.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
