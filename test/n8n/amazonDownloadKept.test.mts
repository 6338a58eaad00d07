// What Download Amazon orders keeps: the row stays where it was when a later node fails, and nothing personal and no secret
// is in anything that n8n keeps. Everything runs without personal data until the last tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
	downloadNode,
	lastNode,
	openDownloads,
	stopping,
	withoutPersonalData,
	type Downloaded,
	type Downloads,
	type Nodes,
	type Row,
} from './amazonDownloads.mts';
import { template } from './openN8n.mts';

jest.setTimeout(300_000);

let n8n: Downloads;
const kept: Downloaded[] = [];

beforeAll(async () => {
	n8n = await openDownloads();
});

afterAll(async () => {
	await n8n?.close();
});

const amazonOrders = async () => (await n8n.control<{ orders: Row[] }>('amazon/orders')).orders;
const mails = async () => (await n8n.control<{ mail: Row[] }>('mail')).mail;

describe('a failure in any later node', () => {
	const later = [
		'All orders',
		'Is it complete?',
		'Save complete orders',
		'Hold incomplete orders',
		'Once every order is saved',
		'What the orders lack',
		'Are too many refused?',
		'What to tell',
		'Is there news for somebody?',
		lastNode,
	];

	it('stands for all of them', async () => {
		const { nodes, connections } = await template('download-amazon-orders');
		const reached = new Set<string>();
		const follow = (name: string): void => {
			const outputs = ((connections[name] as Row)?.main ?? []) as Row[][];
			for (const { node } of outputs.flat()) {
				if (reached.has(node)) continue;
				reached.add(node);
				follow(node);
			}
		};
		follow(downloadNode);
		const rare = ['Stop: too many refused', 'Send the alert'];
		expect([...reached].filter((name) => !rare.includes(name)).sort()).toEqual([...later].sort());
		expect(nodes.length).toBeGreaterThan(reached.size);
	});

	it('leaves the row where it was, on the first page and on a later one; then the same orders come again', async () => {
		// What is complete without personal data, so that both branches have orders.
		const pages = (nodes: Nodes): void => {
			withoutPersonalData(1)(nodes);
			nodes('Is it complete?').parameters.requiredData = ['lineItems'];
		};
		let { id } = await n8n.download(pages);
		for (const [index, name] of later.entries()) {
			// On the first, second and third page in turn.
			if (index % 3 === 0) ({ id } = await n8n.download(pages));
			const broken = await n8n.download((nodes) => {
				pages(nodes);
				stopping(name)(nodes);
			}, id);
			const before = await n8n.row(broken);
			const failed = await n8n.run(broken);
			kept.push(failed);
			expect([name, failed.complaint]).toEqual([name, expect.stringContaining(`${name} stopped.`)]);
			expect([name, failed.ids.length]).toEqual([name, 100]);
			expect(await n8n.row(broken)).toEqual(before);
			const again = await n8n.run(await n8n.download(pages, id));
			expect([name, again.complaint]).toEqual([name, undefined]);
			expect(again.ids).toEqual(failed.ids);
			expect((await n8n.row(broken))?.token).not.toBe(before?.token);
		}
	});
});

describe('the mail server', () => {
	it('that is away leaves the row; orders and e-mail come again', async () => {
		const { smtp } = n8n.sandbox.credentials;
		const credential = (data: object) =>
			n8n.session.patch(`/credentials/${n8n.smtp.id}`, { name: 'Mailbox', type: 'smtp', data });
		const workflow = await n8n.download((nodes) => {
			withoutPersonalData(20)(nodes);
			nodes('Send the alert').waitBetweenTries = 100;
		});
		const sent = (await mails()).length;
		await credential({ ...smtp, port: 9 });
		const failed = await n8n.run(workflow);
		await credential(smtp);
		kept.push(failed);
		expect(failed.complaint).toContain('Send the alert');
		expect(await n8n.row(workflow)).toBeUndefined();
		expect(await mails()).toHaveLength(sent);
		const again = await n8n.run(workflow);
		expect(again.complaint).toBeUndefined();
		expect(again.ids).toEqual(failed.ids);
		expect(await mails()).toHaveLength(sent + 1);
	});
});

describe('nothing personal and no secret', () => {
	/** Everything in n8n's database as text, by table. */
	function database(): Map<string, string> {
		const file = join(n8n.userFolder, '.n8n', 'database.sqlite');
		const db = new DatabaseSync(file, { readOnly: true });
		try {
			const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
			return new Map(
				tables.map(({ name }) => [
					String(name),
					JSON.stringify(db.prepare(`SELECT * FROM "${String(name)}"`).all()),
				]),
			);
		} finally {
			db.close();
		}
	}
	/** What n8n wrote into its logs. */
	const logs = () =>
		['n8n.log', join('.n8n', 'n8nEventLog.log')]
			.map((file) => readFileSync(join(n8n.userFolder, file), 'utf8'))
			.join('\n');

	/** Names, e-mail addresses, streets and phone numbers of buyers, as they look in JSON. */
	function personalDataOf(orders: Row[]): string[] {
		const values = orders.flatMap(({ buyer, recipient }) => {
			const { name, addressLine1, addressLine2, phone } = recipient?.deliveryAddress ?? {};
			return [buyer?.buyerName, buyer?.buyerEmail, name, addressLine1, addressLine2, phone];
		});
		const texts = values.filter((value) => typeof value === 'string' && value.trim().length > 7);
		const inJson = texts.map((text: string) => JSON.stringify(text.trim()).slice(1, -1));
		return [...new Set(inJson)].slice(0, 150);
	}

	function found(values: readonly string[], text: string): string[] {
		return values.filter((value) => text.includes(value));
	}

	it('without personal data there is none of it anywhere', async () => {
		const planted = personalDataOf(await amazonOrders());
		expect(planted.length).toBeGreaterThan(100);
		for (const [, text] of database()) expect(found(planted, text)).toEqual([]);
		expect(found(planted, logs())).toEqual([]);
		const mail = await mails();
		expect(found(planted, mail.map(({ text }) => text).join('\n'))).toEqual([]);
	});

	it('with it there is some in what the nodes gave out, and nowhere else', async () => {
		const from = new Date(Date.now() - 30 * 60_000).toISOString();
		const until = new Date(Date.now() - 10 * 60_000).toISOString();
		await n8n.control('amazon/orders', { generate: { count: 60, from, until } });
		const planted = personalDataOf((await amazonOrders()).slice(0, 60));
		const open = await n8n.download((nodes) => {
			nodes(downloadNode).parameters.updatedAfter = from;
		});
		const post = { method: 'POST', resource: 'SalesOrders', times: 0 };
		const search = { operation: 'searchOrders', times: 0 };
		const troubles: [string, Row][] = [
			['faults', { match: post, effect: { type: 'status500', committed: false } }],
			['faults', { match: post, effect: { type: 'wholeCall400', message: 'No.' } }],
			['amazon/faults', { match: search, effect: { type: 'malformed' } }],
			['amazon/faults', { match: search, effect: { type: 'truncated' } }],
		];
		for (const [path, fault] of troubles) {
			await n8n.control(path, fault);
			const failed = await n8n.run(open);
			await n8n.clearFaults();
			expect(failed.complaint).toBeDefined();
			kept.push(failed);
		}
		const good = await n8n.run(open);
		expect(good.complaint).toBeUndefined();
		kept.push(good);
		const tables = database();
		expect(found(planted, tables.get('execution_data') ?? '').length).toBeGreaterThan(30);
		for (const [name, text] of tables) {
			if (name !== 'execution_data') expect([name, found(planted, text)]).toEqual([name, []]);
		}
		expect(found(planted, logs())).toEqual([]);
		const said = kept.flatMap(({ execution }) => {
			const { error, runData } = execution.data.resultData;
			const runs = Object.values(runData).flat() as Row[];
			return [error, ...runs.map((one) => [one.error, one.hints, one.metadata])];
		});
		expect(found(planted, JSON.stringify(said))).toEqual([]);
	});

	it('secrets and tokens are nowhere at all', async () => {
		const { amazon, cin7 } = n8n.sandbox.credentials as Record<string, Record<string, string>>;
		const secrets = [amazon.clientSecret, amazon.refreshToken, cin7.apiKey, 'Atza|', 'Atzr|'];
		expect(secrets.every((secret) => secret.length > 3)).toBe(true);
		for (const [name, text] of database()) expect([name, found(secrets, text)]).toEqual([name, []]);
		expect(found(secrets, logs())).toEqual([]);
	});
});
