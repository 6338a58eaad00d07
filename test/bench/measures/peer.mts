// The same job as a plain n8n workflow (../peer/README.md), in a real n8n against the stand-in: how many calls it makes.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';
import { saveCredential } from '../../../sandbox/n8n/credentials.mts';
import { startSandbox, type Sandbox } from '../../../sandbox/n8n/services.mts';
import type { Workflow } from '../../../sandbox/n8n/workflows.mts';
import { sixGroups } from '../../../sandbox/scenario/small.mts';
import type { Figure } from '../figures.mts';
import { rounded } from '../figures.mts';
import { checkBooks, type Ledger } from '../n8n/books.mts';
import { checkout, openBenchN8n, type BenchN8n } from '../n8n/n8n.mts';
import { startStopwatch } from '../n8n/stopwatch.mts';

const now = '2026-06-15T20:30:00Z';
const patience = 900_000;
const runs = [
	{ key: 'calls.1000', what: '1,000 payments in six groups', payments: 1_000 },
	{ key: 'calls.10000', what: '10,000 payments in six groups', payments: 10_000 },
	{
		key: 'calls.1000on30000',
		what: '1,000 new payments on top of 30,000 in the look-back',
		payments: 1_000,
		background: 30_000,
	},
];

export async function measure(): Promise<Figure[]> {
	const n8n = await openBenchN8n();
	try {
		const figures: Figure[] = [];
		for (const run of runs) figures.push(await callsOf(run, n8n));
		return figures;
	} finally {
		await n8n.close();
	}
}

async function callsOf(
	{ key, what, ...options }: (typeof runs)[number],
	n8n: BenchN8n,
): Promise<Figure> {
	const { scenario, bot } = sixGroups({ now, ...options });
	const file = join(n8n.folder, `${key}.json`);
	await writeFile(file, JSON.stringify(scenario));
	const args = ['--scenario', file, '--now', now, '--limits', 'off'];
	const sandbox = await startSandbox(checkout, join(n8n.folder, key), args);
	const stopwatch = await startStopwatch(() => Buffer.from('[]'));
	try {
		const workflow = await plainWorkflow(n8n, sandbox, bot, stopwatch.doneUrl);
		await stopwatch
			.time(() => n8n.run(workflow), patience)
			.catch(async (cause: Error) => {
				throw new Error(`${cause.message} The end of n8n's log:\n${await n8n.log()}`);
			});
		const { total, counts } = await control<Log>(sandbox, 'log');
		const ledger = await control<Ledger>(sandbox, 'ledger');
		checkBooks(ledger, { since: now, batches: bot.rows.length, payments: options.payments });
		return {
			key: `peer.${key}`,
			what: `${what}, by a plain workflow`,
			value: rounded((total * 1_000) / options.payments),
			unit: 'calls per 1,000 payments',
			note: Object.entries(counts)
				.map(([kind, count]) => `${count} ${kind}`)
				.join(', '),
		};
	} finally {
		await stopwatch.close();
		await sandbox.stop();
	}
}

interface Log {
	total: number;
	counts: Record<string, number>;
}

/** The template with its settings filled in, a credential, and a call at the end. */
async function plainWorkflow(
	n8n: BenchN8n,
	sandbox: Sandbox,
	bot: ReturnType<typeof sixGroups>['bot'],
	doneUrl: string,
): Promise<Workflow> {
	const file = join(import.meta.dirname, '../peer/batch-payments-plain.json');
	const workflow = JSON.parse(await readFile(file, 'utf8')) as Workflow;
	const { username, apiKey, baseUrl } = sandbox.credentials.cin7 as Record<string, string>;
	const { id, name } = await saveCredential(
		n8n.session,
		{ name: 'Cin7, plain', type: 'httpBasicAuth' },
		{ user: username, password: apiKey },
	);
	const rows = bot.rows.map(({ channel, paymentType }) => ({ channel, paymentType }));
	const values: Record<string, unknown> = {
		cin7: baseUrl,
		rows: JSON.stringify(rows),
		customerId: bot.customerId,
		productCode: bot.productCode,
	};
	for (const node of workflow.nodes) {
		if (node.name === 'Settings') {
			const { assignments } = node.parameters.assignments as { assignments: Setting[] };
			for (const setting of assignments) setting.value = values[setting.name] ?? setting.value;
		}
		if (node.parameters.genericAuthType) node.credentials = { httpBasicAuth: { id, name } };
		if (node.name === 'Summary') {
			Object.assign(node, {
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: { url: doneUrl, options: {} },
				executeOnce: true,
			});
		}
	}
	return workflow;
}

interface Setting {
	name: string;
	value: unknown;
}

async function control<T>(sandbox: Sandbox, path: string): Promise<T> {
	const { data } = await axios.get<T>(`${sandbox.control}/${path}`, {
		proxy: false,
		maxContentLength: Infinity,
	});
	return data;
}
