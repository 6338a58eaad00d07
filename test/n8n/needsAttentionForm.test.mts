// Orders fixed by hand: the form of the template, published in a real n8n, filled in with a real browser.
import { readWorkflow } from '../../sandbox/n8n/workflows.mts';
import type { FormPage } from './formInBrowser.mts';
import { cin7Row, codes, completeOrders, day, heldRow } from './heldOrders.mts';
import { openHeldOrdersForm, type HeldOrdersForm } from './heldOrdersForm.mts';

jest.setTimeout(120_000);

const now = Date.now();
const orders = completeOrders(12, now - 9 * day, now - day);
const reference = (at: number): string => orders[at].orderId;
const hostile = `<img src="x" onerror="document.title='bad'">{{ 7 * 7 }} $& ' ; = `;

let form: HeldOrdersForm;

beforeAll(async () => {
	form = await openHeldOrdersForm();
});

afterAll(async () => {
	await form?.close();
});

/** Everything beside the orders under test is complete and stays out of it. */
async function fill(...held: Record<string, unknown>[]): Promise<void> {
	await form.shop.fill([...held, ...orders.slice(6).map((order) => cin7Row(order))], orders);
}

const row = async (name: string): Promise<Record<string, any>> =>
	(await form.shop.orders()).get(name) as Record<string, any>;

/** Orders other than these are as they were. */
async function others(...names: string[]): Promise<string> {
	const all = [...(await form.shop.orders()).values()];
	return JSON.stringify(all.filter((order) => !names.includes(order.reference)));
}

it('asks who somebody is', async () => {
	const answer = await fetch(form.address, { redirect: 'manual' });
	expect(answer.status).toBe(302);
	expect(answer.headers.get('location')).toMatch(/signin|oauth/);
	const { shop, workflow } = form;
	expect((await readWorkflow(shop.session, workflow.id))?.activeVersionId).not.toBeNull();
});

describe('an order that lacks an address and its line items', () => {
	const missing = ['email', 'lineItems', 'deliveryAddress1', 'deliveryCity', 'deliveryPostalCode'];
	let page: FormPage;
	let before: string;

	beforeAll(async () => {
		await fill(heldRow(orders[0], missing), heldRow(orders[1], ['email']));
		before = await others(reference(0));
	});

	it('is in the list with what it lacks, the oldest first', async () => {
		page = await form.open();
		expect(await page.submit()).toContain('2 orders need attention');
		const [, first, second] = await page.choices('Order');
		expect(first).toContain(reference(0));
		expect(first).toContain(
			'lacks Email Address, Delivery Address 1, Delivery City, Delivery Postcode, Line Items',
		);
		expect(second).toContain(`${reference(1)} · `);
	});

	it('is asked for exactly that, with a link to it in Seller Central', async () => {
		await page.fill('Order', reference(0));
		await page.submit();
		const labels = await page.labels();
		expect(labels.slice(0, 4)).toEqual([
			'Email Address',
			'Delivery Address 1',
			'Delivery City',
			'Delivery Postcode',
		]);
		expect(labels.slice(4, 7)).toEqual([
			'Line 1: Product',
			'Line 1: Quantity',
			'Line 1: Price for one, in AUD, tax included',
		]);
		expect(await page.choices('Line 1: Product')).toContain('DRY-20: Dry bag 20 l');
		const link = page.page.getByText('Open it in Seller Central');
		expect(await link.getAttribute('href')).toMatch(
			new RegExp(`^https://sellercentral.amazon.com.au/.*/${reference(0)}$`),
		);
	});

	it('is not saved with half a line, and nothing that was typed is lost', async () => {
		await page.fill('Delivery City', hostile);
		await page.fill('Line 1: Product', 'DRY-20');
		await page.fill('Line 1: Quantity', 'two');
		await page.fill('Email Address', 'ada@example.com');
		expect(await page.submit()).toContain('A line item needs a product, a quantity above 0');
		expect(await page.page.getByLabel('Line 1: Quantity').inputValue()).toBe('two');
		expect(await page.page.getByLabel('Email Address').inputValue()).toBe('ada@example.com');
		expect((await row(reference(0))).lineItems).toEqual([]);
	});

	it('is saved in parts, and the page says what is still missing', async () => {
		await page.fill('Delivery City', hostile);
		await page.fill('Line 1: Quantity', '2');
		await page.fill('Line 1: Price for one, in AUD, tax included', '44.50');
		const text = await page.submit();
		expect(text).toContain('Still missing: Delivery Address 1, Delivery Postcode.');
		expect(await page.page.title()).not.toBe('bad');
		const order = await row(reference(0));
		expect(order).toMatchObject({ stage: 'Needs Attention', deliveryCity: hostile.trim() });
		expect(order.lineItems).toHaveLength(1);
		expect(order.lineItems[0]).toMatchObject({ code: 'DRY-20', qty: 2, unitPrice: 44.5 });
		expect((await page.labels()).slice(0, 2)).toEqual(['Delivery Address 1', 'Delivery Postcode']);
	});

	it('is released once it is complete, with stage, dispatch date and 3PL status', async () => {
		await page.fill('Delivery Address 1', '4 Sample Quay');
		await page.fill('Delivery Postcode', '2042');
		await page.fill('Stage, once it is complete', 'Processing');
		await page.fill('Fully Dispatched (leave empty when it is not)', '2026-11-20');
		expect(await page.submit()).toContain(
			`${reference(0)} was released to stage Processing, dispatched.`,
		);
		const order = await row(reference(0));
		expect(order).toMatchObject({
			stage: 'Processing',
			deliveryAddress1: '4 Sample Quay',
			logisticsStatus: codes.uponCompletion,
		});
		expect(order.dispatchedDate).toContain('2026-11-20');
		expect(order.lineItems).toHaveLength(1);
		expect(await others(reference(0))).toBe(before);
	});
});

describe('several people at once', () => {
	it('what somebody else filled in meanwhile stays, and the page says so', async () => {
		await fill(heldRow(orders[1], ['email', 'deliveryCity']));
		const page = await form.choose(reference(1));
		const { id } = await row(reference(1));
		const set = { email: 'first@example.com' };
		await form.shop.control('person', { resource: 'SalesOrders', id, set });
		await page.fill('Email Address', 'second@example.com');
		await page.fill('Delivery City', 'Newtown');
		const end = await page.submit();
		expect(end).toContain(`${reference(1)} was released`);
		expect(end).toContain('What stands in Cin7 was kept');
		expect(end).toContain('Email Address');
		expect(await row(reference(1))).toMatchObject({ email: set.email, deliveryCity: 'Newtown' });
	});

	it('an order that somebody else released is left alone', async () => {
		await fill(heldRow(orders[2], ['email']));
		const first = await form.choose(reference(2));
		const second = await form.choose(reference(2));
		await first.fill('Email Address', 'first@example.com');
		expect(await first.submit()).toContain(`${reference(2)} was released`);
		const books = await form.shop.books();
		await second.fill('Email Address', 'second@example.com');
		const end = await second.submit();
		expect(end).toContain('Nothing was changed');
		expect(end).toContain('at stage New, so it was left as it is');
		expect(await form.shop.books()).toBe(books);
	});

	it('an order that is gone from the list when it is chosen says so', async () => {
		await fill(heldRow(orders[3], ['email']));
		const page = await form.open();
		await page.submit();
		await page.fill('Order', reference(3));
		const { id } = await row(reference(3));
		const set = { stage: 'On Hold' };
		await form.shop.control('person', { resource: 'SalesOrders', id, set });
		expect(await page.submit()).toContain(
			`${reference(3)} is no longer at Needs Attention (it is at stage On Hold)`,
		);
	});
});

it('markup, formulas and expressions in orders are text on every page', async () => {
	const nasty = {
		reference: '<b>{{ 7*7 }}</b>$& "\'',
		lastName: hostile,
		stage: 'Needs Attention',
	};
	const line = { code: '<i>X</i>', name: hostile, qty: 1, unitPrice: 1 };
	await fill(heldRow(orders[4], ['email'], { ...nasty, lineItems: [line] }));
	const page = await form.open();
	await page.submit();
	expect((await page.choices('Order'))[1]).toContain(nasty.reference);
	await page.fill('Order', '<b>');
	const text = await page.submit();
	expect(text).toContain(nasty.reference);
	expect(text).toContain('<i>X</i>');
	expect(text).toContain('{{ 7 * 7 }}');
	expect(text).not.toContain('49');
	expect(await page.page.locator('form img, form i').count()).toBe(0);
	await page.fill('Email Address', 'ada@example.com');
	expect(await page.submit()).toContain(`${nasty.reference} was released`);
});

it('says so when no order needs attention', async () => {
	await fill();
	const page = await form.open();
	expect(await page.submit()).toContain('No order needs attention.');
});
