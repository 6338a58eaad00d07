// The program of `npm start`, once everything is installed (start.mjs): runs the main job, tells what happened, stays up
// until Ctrl-C, and stops all it started.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MainJob } from './mainJob.mts';
import { checkout, mainJob, stateFolder } from './mainJob.mts';
import { reportText } from './report.mts';
import { stopServices } from './service.mts';
import { startSettings } from './settings.mts';

/** Exit code of an interruption: that of the main job once it is done. */
let outcome = 130;

async function run(): Promise<number> {
	const { once, json, port } = startSettings(process.argv.slice(2));
	await mkdir(stateFolder, { recursive: true });
	const job = await mainJob(port);
	outcome = job.result.verified ? 0 : 1;
	if (json !== undefined)
		await writeFile(json, `${JSON.stringify(await written(job), null, '\t')}\n`);
	process.stdout.write(reportText(job.result, places(job), job.owner, stateFolder));
	if (once) return outcome;
	process.stdout.write('\nIt stays up. Ctrl-C stops everything.\n');
	const which = await Promise.race([
		job.n8n.ended.then(() => 'n8n'),
		job.sandbox.ended.then(() => 'The sandbox'),
	]);
	throw new Error(`${which} ended by itself.`);
}

/** The file of --json. */
async function written(job: MainJob): Promise<Record<string, unknown>> {
	const { name, version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'));
	const { control, cin7 } = job.sandbox;
	return {
		n8nVersion: job.n8n.version,
		package: { name, version },
		...job.result,
		// start.mjs measures what it does before this runs.
		timings: { ...JSON.parse(process.env.START_TIMINGS ?? '{}'), ...job.seconds },
		urls: { ...places(job), cin7, control },
	};
}

function places({ n8n, sandbox, workflow, result }: MainJob) {
	const workflowUrl = `${n8n.url}/workflow/${workflow.id}`;
	return {
		n8n: n8n.url,
		workflow: workflowUrl,
		execution: `${workflowUrl}/executions/${result.execution.id}`,
		dashboard: `${n8n.url}/webhook/automation-bots`,
		sandbox: sandbox.page,
	};
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	// A terminal's Ctrl-C may arrive more than once, passed on by npm.
	process.on(signal, () => {
		if (stopping) return;
		stopping = true;
		process.stdout.write('\nStopping n8n and the sandbox …\n');
		void stopServices().then(() => process.exit(outcome));
	});
}

const code = await run().catch((error: Error) => {
	if (!stopping) process.stderr.write(`\n${error.message}\n`);
	return 1;
});
if (!stopping) {
	await stopServices();
	process.exit(code);
}
