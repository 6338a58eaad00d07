// The set-up check, in a real n8n: what is right, what is not, and what to do about it.
import { saveCredential } from '../../sandbox/n8n/credentials.mts';
import { cin7Row, completeOrders, day, heldRow } from './heldOrders.mts';
import { openShop, type Ran, type Shop } from './needsAttention.mts';

jest.setTimeout(120_000);

interface Check {
	what: string;
	result: 'ok' | 'look' | 'wrong';
	says: string;
	todo: string;
}

const now = Date.now();
const orders = completeOrders(12, now - 9 * day, now - day);
let shop: Shop;

beforeAll(async () => {
	shop = await openShop();
	const held = orders.slice(0, 3).map((order) => heldRow(order, ['email']));
	await shop.fill([...held, ...orders.slice(3).map((order) => cin7Row(order))], orders);
	await shop.changeOnAmazon({});
});

afterAll(async () => {
	await shop?.close();
});

function checksOf(ran: Ran): Map<string, Check> {
	const [{ checks }] = ran.items<{ checks: Check[] }>('Count and write');
	return new Map(checks.map((check) => [check.what, check]));
}

it('finds a sound account sound, changes nothing, and sends the page', async () => {
	const books = await shop.books();
	const ran = await shop.run(await shop.bot('set-up-check', { emailTo: 'me@example.com' }));
	expect(ran.complaint).toBeUndefined();
	const checks = checksOf(ran);
	expect([...checks.values()].filter(({ result }) => result === 'wrong')).toEqual([]);
	expect(checks.get('Cin7: Payments')?.result).toBe('ok');
	expect(checks.get('Amazon: orders')?.says).toContain('12 orders');
	expect(checks.get('Amazon: names and addresses')?.says).toContain('12 of 12 orders');
	expect(checks.get('Stage Needs Attention')?.says).toBe('3 orders are held there');
	expect(checks.get('3PL codes')?.says).toMatch(/^1 as on order .*; 5 as on order /);
	expect(checks.get('Held orders are kept from the 3PL')?.result).toBe('ok');
	const [page] = ran.items<{ html: string }>('The page');
	for (const words of ['Allow Batch Invoices', 'Not Imported Yet', 'group Needs Attention']) {
		expect(page.html).toContain(words);
	}
	const [mail] = await shop.mail();
	expect(mail).toMatchObject({
		to: ['me@example.com'],
		subject: expect.stringContaining('Nothing is wrong'),
	});
	expect(await shop.books()).toBe(books);
});

it('reads what the Batch bot found out about the account', async () => {
	const probe = (lacks: string[]) => ({
		reference: 'BATCH-PROBE',
		isApproved: false,
		internalComments: `What was tried.\n${JSON.stringify({ room: 400000, lacks })}`,
	});
	const what = 'Cin7: what the API may write';
	const workflow = await shop.bot('set-up-check');
	expect(checksOf(await shop.run(workflow)).get(what)?.result).toBe('look');
	for (const [lacks, result] of [
		[[], 'ok'],
		[['clearing'], 'look'],
		[['importStatus'], 'wrong'],
	] as const) {
		await shop.fill([probe([...lacks])], orders);
		await shop.changeOnAmazon({});
		expect(checksOf(await shop.run(workflow)).get(what)).toMatchObject({ result });
	}
});

it('lets nothing that somebody typed become part of the page', async () => {
	const hostile = `<b onload=x>"'&$'{{7*7}}`;
	const named = (at: number) => ({
		reference: `${hostile} ${at}`,
		stage: `<script>${at}</script>`,
	});
	const rows = orders.slice(0, 3).map((order, at) => {
		return cin7Row(order, { ...named(at), logisticsStatus: 20 + at });
	});
	const inComments = `${hostile} $& {{ $json.list }}`;
	const found = { room: 4, lacks: [inComments, 'importStatus'] };
	const probe = { reference: 'BATCH-PROBE', internalComments: `Found.\n${JSON.stringify(found)}` };
	await shop.fill([...rows, { ...probe, isApproved: false }], orders);
	await shop.changeOnAmazon({});
	const settings = { emailTo: 'me@example.com', amazonOrderIdIn: hostile };
	const ran = await shop.run(await shop.bot('set-up-check', settings));
	expect(ran.complaint).toBeUndefined();
	const [{ html }] = ran.items<{ html: string }>('The page');
	const tags = [...html.matchAll(/<\/?([a-z]\w*)/g)].map(([, tag]) => tag);
	expect([...new Set(tags)].sort()).toEqual([
		...['div', 'h1', 'h2', 'li', 'strong', 'table', 'td', 'th', 'tr', 'ul'],
	]);
	for (const tag of ['table', 'ul', 'h1']) {
		expect(tags.filter((one) => one === tag)).toHaveLength(2);
	}
	expect(html).not.toContain('49');
	const read = html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
	for (const at of [0, 1, 2]) {
		expect(read).toContain(`${20 + at} as on order ${named(at).reference} (${named(at).stage}`);
	}
	expect(read).toContain(`This account does not keep: ${inComments}, Do Not Import on an order`);
	const mail = await shop.mail();
	expect(mail.at(-1)?.html).toContain(html);
});

it('says so when Amazon has no order, or does not answer', async () => {
	const workflow = await shop.bot('set-up-check');
	await shop.fill([], []);
	await shop.changeOnAmazon({});
	const none = checksOf(await shop.run(workflow));
	expect(none.get('Amazon: orders')).toMatchObject({
		result: 'ok',
		says: expect.stringMatching(/^0 orders/),
	});
	expect(none.get('Amazon: names and addresses')?.result).toBe('look');
	await shop.control('amazon/authorisation', { revoked: true });
	const ran = await shop.run(workflow);
	await shop.control('amazon/authorisation', { revoked: false });
	expect(checksOf(ran).get('Amazon: orders')).toMatchObject({ result: 'wrong' });
	expect(ran.items('Count and write')[0].headline).toMatch(/^\d to put right, \d to look at$/);
});

it('says which permission is missing, and goes on', async () => {
	const workflow = await shop.bot('set-up-check');
	const { id, name } = shop.withoutPayments;
	for (const node of workflow.nodes) {
		if (node.type.endsWith('.cin7Omni')) node.credentials = { cin7OmniApi: { id, name } };
	}
	const placed = await shop.session.patch<typeof workflow>(`/workflows/${workflow.id}`, workflow);
	const ran = await shop.run(placed);
	const payments = checksOf(ran).get('Cin7: Payments');
	expect(payments).toMatchObject({ result: 'wrong' });
	expect(payments?.todo).toContain('Read for Payments');
	expect(checksOf(ran).get('Cin7: Sales Orders')?.result).toBe('ok');
});

it('says that Amazon withholds names and addresses', async () => {
	await shop.fill(
		orders.map((order) => cin7Row(order)),
		orders,
	);
	await shop.changeOnAmazon({});
	const workflow = await shop.bot('set-up-check');
	const data = shop.sandbox.credentials.amazonWithoutPersonalData;
	const kind = { name: 'Amazon without personal data', type: 'amazonSellerApi' };
	const { id, name } = await saveCredential(shop.session, kind, data);
	for (const node of workflow.nodes) {
		if (node.type.endsWith('.downloadAmazonOrders')) {
			node.credentials = { amazonSellerApi: { id, name } };
		}
	}
	const placed = await shop.session.patch<typeof workflow>(`/workflows/${workflow.id}`, workflow);
	const withheld = checksOf(await shop.run(placed)).get('Amazon: names and addresses');
	expect(withheld).toMatchObject({ result: 'wrong' });
	expect(withheld?.todo).toContain('Direct-to-Consumer Shipping');
});
