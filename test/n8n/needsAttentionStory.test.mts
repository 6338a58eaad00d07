// The whole story, with published workflows: orders come in from Amazon, those that lack data are held, some of them are
// healed, some are fixed by hand in a browser, and the last one is in the digest.
import type { Order } from '../../sandbox/amazon/order.mts';
import { publishWorkflow, type SavedWorkflow } from '../../sandbox/n8n/workflows.mts';
import { openFormBrowser } from './formInBrowser.mts';
import { codes, completeOrders, dataOf, day, withoutData } from './heldOrders.mts';
import { openShop, releasedAt, type Shop } from './needsAttention.mts';

jest.setTimeout(120_000);

type Row = Record<string, any>;

const now = Date.now();
const orders = completeOrders(120, now - 9 * day, now - day);
/** These lack data; the ninth has no line items either. */
const lacking = orders.slice(20, 29);
const [healed, byHand, [last]] = [lacking.slice(0, 5), lacking.slice(5, 8), lacking.slice(8)];

const names = (some: readonly Order[]): string[] => some.map(({ orderId }) => orderId).sort();
const isHeld = ({ stage }: Row): boolean => stage === 'Needs Attention';

let shop: Shop;
let download: SavedWorkflow;
let heal: SavedWorkflow;
let find: SavedWorkflow;

/** Orders leave at once, unless they are held. */
function defaults(node: Row): void {
	releasedAt('Processing')(node);
	if (node.parameters.operation === 'applyDefaults') node.parameters.autoDispatch = true;
	if (node.parameters.operation !== 'downloadUpdated' || 'maxPages' in node.parameters.options)
		return;
	node.parameters.updatedAfter = new Date(now - 12 * day).toISOString();
}

async function held(): Promise<string[]> {
	return [...(await shop.orders()).values()]
		.filter(isHeld)
		.map(({ reference }) => reference)
		.sort();
}

beforeAll(async () => {
	shop = await openShop();
	const onAmazon = orders.map((order) => {
		const given = lacking.includes(order) ? withoutData(order) : order;
		return order === last ? { ...given, orderItems: [] } : given;
	});
	await shop.fill([], onAmazon);
	await shop.changeOnAmazon({});
	download = await shop.bot('download-amazon-orders', {}, defaults);
	heal = await shop.bot('needs-attention-heal', { way: 'backdate' }, defaults);
	find = await shop.bot('needs-attention-find', { emailTo: 'warehouse@example.com' });
	for (const workflow of [download, heal, find]) await publishWorkflow(shop.session, workflow);
});

afterAll(async () => {
	await shop?.close();
});

it('120 orders come in; nine are held, with stage, status and 3PL overridden', async () => {
	const ran = await shop.run(download);
	expect(ran.complaint).toBeUndefined();
	const all = [...(await shop.orders()).values()];
	expect(all).toHaveLength(120);
	expect(await held()).toEqual(names(lacking));
	for (const order of all.filter(isHeld)) {
		expect(order).toMatchObject({ dispatchedDate: null, logisticsStatus: codes.doNotTransfer });
	}
	for (const order of all.filter((one) => !isHeld(one))) {
		expect(order).toMatchObject({ stage: 'Processing', logisticsStatus: codes.uponCompletion });
		expect(order.dispatchedDate).not.toBeNull();
	}
});

it('five get their data on Amazon; heal backdates, fills and releases exactly those', async () => {
	await shop.changeOnAmazon(
		Object.fromEntries(healed.map((order) => [order.orderId, dataOf(order)])),
	);
	const before = await shop.orders();
	const ran = await shop.run(heal);
	expect(ran.complaint).toBeUndefined();
	const [said] = ran.items('Say what happened');
	expect(said).toMatchObject({ way: 'backdate', affected: 9 });
	const after = await shop.orders();
	const changed = [...after.values()].filter(
		(order) => JSON.stringify(order) !== JSON.stringify(before.get(order.reference)),
	);
	expect(changed.map(({ reference }) => reference).sort()).toEqual(names(healed));
	for (const order of changed) {
		expect(order).toMatchObject({ stage: 'Processing', logisticsStatus: codes.uponCompletion });
		expect(order.dispatchedDate).not.toBeNull();
		expect(order.deliveryAddress1).not.toBeNull();
	}
});

it('three are fixed in the form by a real browser', async () => {
	const settings = { releaseStage: 'Processing', releaseThreePl: String(codes.uponCompletion) };
	await publishWorkflow(shop.session, await shop.bot('needs-attention-fix-by-hand', settings));
	const browser = await openFormBrowser(shop.session.authCookie);
	try {
		for (const { orderId } of byHand) {
			const page = await browser.open(`${shop.url}/form/orders-that-need-attention`);
			await page.submit();
			await page.fill('Order', orderId);
			await page.submit();
			for (const label of await page.labels()) await page.fill(label, typed(label));
			expect(await page.submit()).toContain(`${orderId} was released to stage Processing`);
		}
	} finally {
		await browser.close();
	}
	expect(await held()).toEqual([last.orderId]);
});

/** What is typed into a field, by its label; the choices at the end stay as they are proposed. */
function typed(label: string): string {
	if (label.startsWith('Email')) return 'buyer@example.com';
	if (label.endsWith('Country')) return 'Australia';
	if (label.endsWith('State')) return 'NSW';
	if (label.endsWith('Postcode')) return '2042';
	if (label.startsWith('Stage')) return 'Processing';
	if (label.startsWith('Fully Dispatched')) return '2026-11-20';
	if (label.startsWith('3PL')) return `${codes.uponCompletion}:`;
	return 'Sample';
}

it('one stays, and is in the digest', async () => {
	const ran = await shop.run(find);
	expect(ran.complaint).toBeUndefined();
	const mail = await shop.mail();
	const digest = mail.find(({ subject }) => subject.startsWith('1 order needs attention'));
	expect(digest?.text).toContain(`${last.orderId} (`);
	expect(digest?.text).toContain('Line Items');
	for (const { orderId } of [...healed, ...byHand]) expect(digest?.text).not.toContain(orderId);
});

it('running every flow again, twice, changes nothing more', async () => {
	const books = await shop.books();
	for (const workflow of [download, heal, find, download, heal, find]) {
		expect((await shop.run(workflow)).complaint).toBeUndefined();
	}
	expect(await shop.books()).toBe(books);
});
