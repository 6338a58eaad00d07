// Orders that need attention are found: the template in a real n8n, with a real mailbox.
import { publishWorkflow, type Workflow } from '../../sandbox/n8n/workflows.mts';
import { cin7Row, completeOrders, day, heldRow } from './heldOrders.mts';
import { openShop, type Ran, type Shop } from './needsAttention.mts';

jest.setTimeout(120_000);

type Row = Record<string, any>;

const hostile = `<b onload=x>"'&{{ $json }}`;
const now = Date.now();
const orders = completeOrders(12, now - 9 * day, now - day);
const reference = (at: number): string => orders[at].orderId;
/** Whole days since it was ordered. */
const age = (at: number): number => Math.floor((now - Date.parse(orders[at].createdTime)) / day);

let shop: Shop;

/** A workflow that asks another one to run, as the dashboard does. */
function asking(id: string): Workflow {
	const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
		id: name,
		name,
		type: `n8n-nodes-base.${type}`,
		typeVersion,
		position: [0, 0],
		parameters,
	});
	const inputs = { mappingMode: 'defineBelow', value: { whatToDo: 'run' }, schema: [] };
	return {
		name: 'Asks',
		nodes: [
			node('Run by hand', 'manualTrigger', 1, {}),
			node('Ask', 'executeWorkflow', 1.2, {
				workflowId: { __rl: true, mode: 'id', value: id },
				workflowInputs: { ...inputs, matchingColumns: [] },
				mode: 'once',
				options: { waitForSubWorkflow: true },
			}),
		] as never,
		connections: { 'Run by hand': { main: [[{ node: 'Ask', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

beforeAll(async () => {
	shop = await openShop();
});

afterAll(async () => {
	await shop?.close();
});

describe('find', () => {
	const held = [
		heldRow(orders[0], ['email']),
		heldRow(orders[1], ['deliveryPostalCode', 'lineItems']),
		heldRow(orders[2], ['lastName'], { reference: hostile, firstName: hostile }),
		heldRow(orders[3], []),
		heldRow(orders[4], ['email'], { isVoid: true }),
	];
	const others = orders.slice(5, 12).map((order) => cin7Row(order));
	let ran: Ran;

	beforeAll(async () => {
		await shop.fill([...held, ...others], orders);
		const settings = {
			emailTo: 'warehouse@example.com',
			cin7OrderPage: 'https://example.com/order?id=',
		};
		ran = await shop.run(await shop.bot('needs-attention-find', settings));
	});

	it('sends one digest with the count, the age and what is missing', async () => {
		expect(ran.complaint).toBeUndefined();
		const [mail, ...more] = await shop.mail();
		expect(more).toEqual([]);
		expect(mail.to).toEqual(['warehouse@example.com']);
		const oldest = Math.max(...[0, 1, 2, 3].map(age));
		expect(mail.subject).toBe(`4 orders need attention, the oldest for ${oldest} days`);
		expect(mail.text).toContain(`${reference(0)} (${age(0)} days): Email Address`);
		expect(mail.text).toContain(`${reference(1)} (${age(1)} days): Delivery Postcode, Line Items`);
		expect(mail.text).toContain(`${reference(3)} (${age(3)} days): Nothing any more`);
		expect(mail.text).not.toContain(reference(4));
		for (const order of orders.slice(5, 12)) expect(mail.text).not.toContain(order.orderId);
	});

	it('links each order to Cin7 and to Seller Central', async () => {
		const [{ html, text }] = await shop.mail();
		const { id } = (await shop.orders()).get(reference(0)) as Row;
		expect(html).toContain(`<a href="https://example.com/order?id=${id}">Cin7</a>`);
		const page = `https://sellercentral.amazon.com.au/orders-v3/order/${reference(0)}`;
		expect(html).toContain(`<a href="${page}">Seller Central</a>`);
		expect(text).toContain(page);
	});

	it('lets nothing that somebody typed into the mail unescaped, and no personal data at all', async () => {
		const [{ html, subject }] = await shop.mail();
		expect(html).not.toContain('<b onload');
		expect(html).toContain('&lt;b onload=x&gt;&quot;');
		expect(subject).not.toContain('<');
		for (const order of orders.slice(0, 4)) {
			expect(html).not.toContain(String(order.buyer?.buyerEmail));
			expect(html).not.toContain(String(order.recipient?.deliveryAddress?.addressLine1));
		}
	});

	it('changes nothing, and sends nothing without an address', async () => {
		const before = await shop.books();
		const again = await shop.run(await shop.bot('needs-attention-find'));
		expect(again.complaint).toBeUndefined();
		expect(again.items('The digest')[0].count).toBe(4);
		expect(await shop.mail()).toHaveLength(1);
		expect(await shop.books()).toBe(before);
	});

	it('does the same when the dashboard asks', async () => {
		const find = await shop.bot('needs-attention-find', { emailTo: 'warehouse@example.com' });
		await publishWorkflow(shop.session, find);
		const before = (await shop.mail()).length;
		const asked = await shop.run(await shop.place(asking(find.id), []));
		expect(asked.complaint).toBeUndefined();
		expect(asked.items('Ask')[0]).toMatchObject({ accepted: ['warehouse@example.com'] });
		expect(await shop.mail()).toHaveLength(before + 1);
	});

	it('is quiet when there is nothing', async () => {
		await shop.fill(others, []);
		const settings = { emailTo: 'warehouse@example.com' };
		const quiet = await shop.run(await shop.bot('needs-attention-find', settings));
		expect(quiet.complaint).toBeUndefined();
		expect(quiet.items('The digest')).toEqual([]);
		expect(await shop.mail()).toEqual([]);
	});
});
