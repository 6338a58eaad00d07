// n8n dies as by `kill -9` at five random moments of a Run; it is started again, and the next run leaves the very books
// that an uninterrupted run leaves. KILL_SEED=N in the environment repeats the moments of a seed.
import { saveCredential, type Credential } from '../../sandbox/n8n/credentials.mts';
import {
	finishedExecution,
	itemsOf,
	runWorkflow,
	whatWentWrong,
} from '../../sandbox/n8n/executions.mts';
import { filledIn } from '../../sandbox/n8n/fillIn.mts';
import { verify, type Ledger } from '../../sandbox/n8n/verify.mts';
import { saveWorkflow, withCredentials } from '../../sandbox/n8n/workflows.mts';
import { randomFor } from '../../sandbox/scenario/random.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';
import { booksOf, differing, type Books } from '../bot/books.mts';
import { holdBack, killMoments, type KillMoment } from './killMoments.mts';
import { openMortalN8n, until, type MortalN8n } from './mortalN8n.mts';
import { template } from './openN8n.mts';

jest.setTimeout(120_000);

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const kills = [1, 2, 3, 4, 5];
const trigger = 'Run by hand';
const { scenario, bot } = sixGroups({
	now: new Date().toISOString(),
	payments: 700,
	negativeGroup: true,
	splitTender: true,
});

interface Log {
	total: number;
	requests: { method: string; resource: string }[];
}

let n8n: MortalN8n;
let workflowId: string;
/** What an uninterrupted run asks of Cin7, and leaves. */
let calls: string[];
let wholeBooks: string[];
let moments: KillMoment[];

beforeAll(async () => {
	n8n = await openMortalN8n(['--limits', 'off']);
	const session = n8n.session();
	const { cin7, smtp } = n8n.sandbox.credentials;
	const credentials: Credential[] = [
		await saveCredential(session, { name: 'Cin7', type: 'cin7OmniApi' }, cin7),
		await saveCredential(session, { name: 'Mailbox', type: 'smtp' }, smtp),
	];
	const workflow = filledIn(await template('batch-ecommerce-orders'), bot, 'run');
	({ id: workflowId } = await saveWorkflow(
		session,
		await withCredentials(session, workflow, credentials),
	));
});

afterAll(async () => {
	await n8n?.close();
});

const log = async () => await n8n.control<Log>('GET', 'log');
const ledger = async () => await n8n.control<Ledger & Books>('GET', 'ledger');
const statusOf = async (execution: string) =>
	(await n8n.session().get<{ status: string }>(`/executions/${execution}`)).status;

/** An account like the one before, its log of calls empty. */
async function untouchedAccount(): Promise<void> {
	await n8n.control('POST', 'reset', { scenario });
}

async function run() {
	const id = await runWorkflow(n8n.session(), workflowId, trigger);
	const execution = await finishedExecution(n8n.session(), id, 60_000);
	const [summary] = itemsOf<Record<string, unknown>>(execution, 'Batch the payments', 2);
	return { complaint: whatWentWrong(execution), attention: summary?.attention };
}

/**
 * A Run that dies while it finds out what the account keeps leaves its draft behind, which the next one does not go on
 * with, and which has taken an invoice number of Cin7's.
 */
function books({ salesOrders, creditNotes, payments }: Books): string[] {
	const isProbe = ({ reference }: Record<string, unknown>) =>
		/^BATCH-PROBE/.test(String(reference));
	return booksOf({
		salesOrders: salesOrders
			.filter((order) => !isProbe(order))
			.map(({ invoiceNumber: _number, ...order }) => order),
		creditNotes,
		payments,
	});
}

function differences(now: Ledger): string[] {
	const at = Date.parse(scenario.now);
	return verify(now, [], [], { from: at, until: at, ended: at }).differences;
}

/** How many writes of the Run are not done when n8n dies at that moment. */
function writesLeft({ call, fate }: KillMoment): number {
	const left = calls.slice(fate === 'never done' ? call - 1 : call);
	return left.filter((made) => !made.startsWith('GET')).length;
}

/** Starts the Run, lets it come to that call, and kills n8n there. Gives the execution that was broken off. */
async function killedAt({ call, fate }: KillMoment): Promise<string> {
	const { settings, fault } = holdBack({ call, fate });
	await n8n.control('POST', 'settings', settings);
	await n8n.control('POST', 'faults', fault);
	const execution = await runWorkflow(n8n.session(), workflowId, trigger);
	await until(`Cin7 was asked for call ${call}`, async () => {
		const { faults } = await n8n.control<{ faults: { hit: number }[] }>('GET', 'faults');
		return faults[0].hit === 1;
	});
	const underWay = fate === 'done after the death';
	if (!underWay) await until(`call ${call} was over`, async () => (await log()).total === call);
	expect(await statusOf(execution)).toBe('running');
	expect(await n8n.kill()).toEqual({ exitCode: 137 });
	expect((await log()).total).toBe(underWay ? call - 1 : call);
	return execution;
}

it('makes six batches, one of them a credit note, when nothing interrupts it', async () => {
	await untouchedAccount();
	expect(await run()).toEqual({ complaint: undefined, attention: [] });
	calls = (await log()).requests.map(({ method, resource }) => `${method} ${resource}`);
	const whole = await ledger();
	expect(differences(whole)).toEqual([]);
	wholeBooks = books(whole);
	const documents = (rows: { reference: string }[]) =>
		rows.filter(({ reference }) => /^BATCH-\d/.test(reference)).length;
	expect([documents(whole.salesOrders), documents(whole.creditNotes)]).toEqual([6, 1]);
	moments = killMoments(randomFor(seed, 'moments'), calls, kills.length);
	const told = moments.map(({ call, fate }) => `${call} (${calls[call - 1]}, ${fate})`).join(', ');
	process.stderr.write(`KILL_SEED=${seed}: killed at calls ${told} of ${calls.length}\n`);
});

it.each(kills)(
	`is killed at moment %i of seed ${seed}, and the next run completes it`,
	async (n) => {
		const moment = moments[n - 1];
		const told = `seed ${seed}, killed at call ${moment.call} (${calls[moment.call - 1]}, ${moment.fate})`;
		await untouchedAccount();
		const brokenOff = await killedAt(moment);
		await n8n.startAgain();
		await until('n8n knew of the crash', async () => (await statusOf(brokenOff)) !== 'running');
		expect([told, await statusOf(brokenOff)]).toEqual([told, 'crashed']);
		await until('the last call was over', async () => (await log()).total >= moment.call);
		await n8n.control('DELETE', 'faults');
		// n8n leaves it at that: it does not go on with what was broken off.
		expect([told, (await log()).total]).toEqual([told, moment.call]);
		// It was in the middle, unless the Run had written everything by then.
		const isWritten = differing(wholeBooks, books(await ledger())).length === 0;
		expect([told, isWritten]).toEqual([told, writesLeft(moment) === 0]);

		expect([told, await run()]).toEqual([told, { complaint: undefined, attention: [] }]);
		const after = await ledger();
		expect([told, ...differences(after)]).toEqual([told]);
		expect([told, ...differing(wholeBooks, books(after))]).toEqual([told]);
	},
);
