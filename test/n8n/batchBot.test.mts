// The Batch Ecommerce Orders bot as people use it: its template in a real n8n, against the stand-in over HTTP, with a
// real mailbox.
import { DateTime } from 'luxon';
import { testCredential } from '../../sandbox/n8n/credentials.mts';
import { BATCH_NODE, filledIn } from '../../sandbox/n8n/fillIn.mts';
import { listOptions, searchList } from '../../sandbox/n8n/nodeLists.mts';
import { verify } from '../../sandbox/n8n/verify.mts';
import {
	publishWorkflow,
	type SavedWorkflow,
	type Workflow,
} from '../../sandbox/n8n/workflows.mts';
import { defaultBot, shopify } from '../../sandbox/scenario/bot.mts';
import { openN8n, template, type BotExecution, type OpenN8n } from './openN8n.mts';

jest.setTimeout(300_000);

let n8n: OpenN8n;
let imported: Workflow;

beforeAll(async () => {
	n8n = await openN8n(['--limits', 'off']);
	imported = await template('batch-ecommerce-orders');
});

afterAll(async () => {
	await n8n?.close();
});

/** What the account holds, to compare before and after; the clock's own moves do not count. */
async function books(): Promise<string> {
	const { salesOrders, creditNotes, payments } =
		await n8n.control<Record<string, unknown>>('ledger');
	return JSON.stringify({ salesOrders, creditNotes, payments });
}

async function bot(
	operation: 'preview' | 'run',
	change: (parameters: Record<string, unknown>) => void = () => undefined,
	credential = n8n.cin7,
): Promise<SavedWorkflow> {
	const workflow = filledIn(imported, defaultBot, operation);
	const node = workflow.nodes.find(({ type }) => type === BATCH_NODE);
	change(node?.parameters ?? {});
	return await n8n.place(workflow, [credential, n8n.smtp]);
}

describe('the template', () => {
	it('is a Preview as it is imported', () => {
		const node = imported.nodes.find(({ type }) => type === BATCH_NODE);
		expect(node?.parameters.operation).toBe('preview');
	});

	it('explains itself and names no account', () => {
		const notes = imported.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes.length).toBeGreaterThanOrEqual(3);
		expect(imported.nodes.some((node) => node.credentials !== undefined)).toBe(false);
	});

	it('is published with its schedule', async () => {
		await publishWorkflow(n8n.session, await bot('run'));
	});
});

describe('the lists of the panel come from the account', () => {
	const list = (methodName: string, path: string) => ({
		nodeType: BATCH_NODE,
		typeVersion: 1,
		path: `parameters.${path}`,
		methodName,
		credential: n8n.cin7,
	});

	it('branches', async () => {
		const names = (await listOptions(n8n.session, list('getBranches', 'branches'))).map(
			({ name }) => name,
		);
		const { branches } = await n8n.control<{ branches: { company: string }[] }>('ledger');
		expect(names.sort()).toEqual(branches.map(({ company }) => company).sort());
	});

	it('channels and payment types', async () => {
		const channels = await searchList(n8n.session, list('searchChannels', 'channel'));
		expect(channels.results.map(({ value }) => value)).toContain(shopify);
		const types = await searchList(n8n.session, list('searchPaymentTypes', 'paymentType'), 'pal');
		expect(types.results.map(({ value }) => value)).toEqual(['PayPal']);
	});

	it('customers, products and addresses', async () => {
		const customers = await searchList(
			n8n.session,
			list('searchContacts', 'batchCustomer'),
			'Batches',
		);
		expect(customers.results.map(({ value }) => value)).toContain(String(defaultBot.customerId));
		const products = await searchList(n8n.session, list('searchProducts', 'batchProduct'), 'batch');
		expect(products.results.map(({ value }) => value)).toContain('BATCH');
		const contacts = await searchList(
			n8n.session,
			list('searchContactEmails', 'summaryEmail'),
			"O'",
		);
		expect(contacts.results.length).toBeGreaterThan(0);
		const all = await searchList(n8n.session, list('searchContactEmails', 'summaryEmail'));
		expect(all.results.map(({ value }) => value)).toContain(defaultBot.summaryEmail);
		const users = await searchList(n8n.session, list('searchUserEmails', 'summaryEmail'));
		expect(users.results.length).toBeGreaterThan(0);
	});
});

describe('the credential says what is wrong in its dialog', () => {
	it('is right', async () => {
		const { credentials } = n8n.sandbox;
		expect((await testCredential(n8n.session, n8n.cin7, credentials.cin7)).status).toBe('OK');
	});

	it('has a wrong key', async () => {
		const wrong = { ...n8n.sandbox.credentials.cin7, apiKey: 'not-the-key' };
		const { status, message } = await testCredential(n8n.session, n8n.cin7, wrong);
		expect(status).toBe('Error');
		expect(message).toMatch(/username|key/i);
		expect(message).not.toContain('not-the-key');
	});

	it('belongs to a connection that may not read sales orders', async () => {
		const { cin7WithoutSalesOrders } = n8n.sandbox.credentials;
		const { status, message } = await testCredential(n8n.session, n8n.cin7, cin7WithoutSalesOrders);
		expect(status).toBe('Error');
		expect(message).toMatch(/permission|allowed/i);
		expect(message).toMatch(/sales orders/i);
	});
});

describe('Preview, Run, Run again', () => {
	let preview: BotExecution;
	let run: BotExecution;

	it('previews without changing anything', async () => {
		const before = await books();
		preview = await n8n.execute(await bot('preview'));
		expect(preview.complaint).toBeUndefined();
		expect(preview.batches.length).toBeGreaterThan(100);
		expect(preview.batches.every((batch) => batch.document === null)).toBe(true);
		expect(preview.summary).toHaveLength(1);
		expect(await books()).toBe(before);
	});

	it('runs exactly what was previewed, and the ledger agrees to the cent', async () => {
		run = await n8n.execute(
			await bot('run', (parameters) => {
				const { fingerprint } = preview.summary[0];
				parameters.options = { ...(parameters.options as object), previewFingerprint: fingerprint };
			}),
		);
		expect(run.complaint).toBeUndefined();
		expect(run.summary[0]).toMatchObject({ matchesPreview: true, attention: [] });
		const started = DateTime.fromISO(run.execution.startedAt);
		const from = started.setZone(defaultBot.zone).startOf('day').minus({ days: 30 });
		const { differences, checked } = verify(
			await n8n.control('ledger'),
			run.batches as never,
			run.skipped as never,
			{
				from: from.toMillis(),
				until: started.toMillis(),
				ended: Date.parse(run.execution.stoppedAt ?? ''),
			},
		);
		expect(differences).toEqual([]);
		expect(checked.batchesReported).toBe(preview.batches.length);
	});

	it('sends the summary to the accountant, with every name escaped', async () => {
		type Mail = { to: unknown; subject: string; html: string; text: string };
		const { mail } = await n8n.control<{ mail: Mail[] }>('mail');
		const summary = mail.find(({ subject }) => subject.includes('Batched'));
		expect(JSON.stringify(summary?.to)).toContain(defaultBot.summaryEmail);
		expect(summary?.text).toContain('BATCH-');
		expect(summary?.html).toContain('BATCH-');
		expect(summary?.html).toContain('Fremantle &quot;Dockside&quot; &amp; O&#39;Hara');
		expect(summary?.html).not.toContain('"Dockside" & O\'Hara');
	});

	it('changes nothing when it runs again, and says so', async () => {
		const before = await books();
		const again = await n8n.execute(await bot('run'));
		expect(again.complaint).toBeUndefined();
		expect(again.batches).toEqual([]);
		expect(again.summary[0].headline).toBe('Nothing to batch: no payment was changed.');
		expect(await books()).toBe(before);
	});
});

describe('what cannot be done is said clearly and changes nothing', () => {
	async function refused(workflow: Promise<SavedWorkflow>): Promise<string> {
		const saved = await workflow;
		const before = await books();
		const { complaint } = await n8n.execute(saved);
		expect(await books()).toBe(before);
		return complaint ?? 'nothing was said';
	}

	it('a wrong key', async () => {
		const { id } = n8n.cin7;
		const data = { ...n8n.sandbox.credentials.cin7, apiKey: 'wrong' };
		const wrong = await n8n.session.post<{ id: string }>('/credentials', {
			name: 'Wrong key',
			type: 'cin7OmniApi',
			data,
		});
		expect(wrong.id).not.toBe(id);
		const said = await refused(
			bot('run', undefined, { id: wrong.id, name: 'Wrong key', type: 'cin7OmniApi' }),
		);
		expect(said).toMatch(/username.*key|key.*username/i);
	});

	it('no permission for payments', async () => {
		const said = await refused(bot('run', undefined, n8n.withoutPayments));
		expect(said).toMatch(/payments/i);
		expect(said).toMatch(/permission/i);
	});

	it('an unknown branch', async () => {
		const said = await refused(bot('run', (parameters) => (parameters.branches = [999])));
		expect(said).toContain('999');
		expect(said).toMatch(/branch/i);
	});

	it('a malformed time', async () => {
		const said = await refused(
			bot('run', (parameters) => {
				const { rows } = parameters.batchingOptions as { rows: Record<string, unknown>[] };
				rows[0].cutOffTime = '11h00';
			}),
		);
		expect(said).toContain('11h00');
		expect(said).toContain(shopify);
	});

	it('a page where data should be', async () => {
		await n8n.control('faults', {
			match: { method: 'GET', resource: 'Payments', times: 0 },
			effect: { type: 'html' },
		});
		const said = await refused(bot('run'));
		const { sandbox } = n8n;
		await fetch(`${sandbox.control}/faults`, { method: 'DELETE' });
		expect(said).toMatch(/page/i);
		expect(said).toMatch(/payments/i);
	});

	it('a payment whose order is gone', async () => {
		const { skipped, complaint } = await n8n.execute(await bot('preview'));
		expect(complaint).toBeUndefined();
		const missing = skipped.filter(({ reason }) => reason === 'orderMissing');
		expect(missing.length).toBeGreaterThanOrEqual(2);
		expect(missing[0].message).toMatch(/order/i);
	});
});
