// The default scenario holds what it promises, whenever the run is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { skipReasons } from '../../lib/batching/reasons/skipReasons';
import { amazonSeller, ebay, shopify, wooCommerce } from '../../sandbox/scenario/bot.mts';
import { defaultBot, defaultScenario, expectations } from '../../sandbox/scenario/default.mts';
import { loadScenario } from '../../sandbox/scenario/load.mts';
import { awkwardNames } from '../../sandbox/scenario/people.mts';
import { accounts, exact, nows, seed } from './accounts.mts';

const now = nows['a plain day'];
const unlike = (values: unknown[]) => [...new Set(values)];

it('is the same for the same seed, to the byte, and another for another', () => {
	const text = JSON.stringify(defaultScenario({ seed, now }));
	expect(JSON.stringify(defaultScenario({ seed, now }))).toBe(text);
	expect(expectations({ seed, now })).toEqual(expectations({ seed, now }));
	expect(JSON.stringify(defaultScenario({ seed: seed + 1, now }))).not.toBe(text);
});

it('is made within a second of computing', () => {
	const started = process.cpuUsage();
	defaultScenario({ seed, now });
	const { user, system } = process.cpuUsage(started);
	expect(user + system).toBeLessThan(1_000_000);
});

it('can be made from any seed', () => {
	for (let other = 0; other < 10; other++) {
		expect(expectations({ seed: other, now }).payments.length).toBeGreaterThan(1_500);
	}
});

describe.each(accounts())('on %s', (_when, { scenario, expected, payments, orders }) => {
	const { salesOrders, creditNotes, branches, contacts, users, products } = scenario.cin7;
	const channelOrders = salesOrders.filter((row) =>
		[shopify, wooCommerce, amazonSeller].includes(row.source ?? ''),
	);

	it('is accepted as a scenario file', () => {
		const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
		try {
			writeFileSync(join(folder, 'default.json'), JSON.stringify(scenario));
			expect(loadScenario(join(folder, 'default.json'))).toEqual(scenario);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	it('has 1,500 orders of three channels, and others', () => {
		expect(channelOrders.length).toBeGreaterThanOrEqual(1_500);
		for (const channel of [shopify, wooCommerce, amazonSeller]) {
			const count = channelOrders.filter((row) => row.source === channel).length;
			expect(count).toBeGreaterThan(250);
		}
		const byHand = salesOrders.filter((row) => row.source === null);
		expect(byHand.length).toBeGreaterThan(5);
		expect(salesOrders.filter((row) => row.source === ebay).length).toBeGreaterThan(5);
	});

	it('has the payment types, branches and currencies', () => {
		const types = unlike(expected.groups.map((group) => group.paymentType));
		expect(types.sort()).toEqual(['Afterpay', 'Amazon', 'PayPal', 'Shopify Payments', 'Stripe']);
		const methods = unlike([...payments.values()].map((row) => row.method));
		expect(methods).toEqual(expect.arrayContaining(['Gift Card', 'Cash', 'Deposit', 'Zip']));
		expect(unlike(expected.groups.map((group) => group.branchId)).length).toBe(3);
		const currencies = unlike(expected.groups.map((group) => group.currency)).sort();
		expect(currencies).toEqual(['AUD', 'JPY', 'NZD', 'USD']);
	});

	it('has freight, surcharge, discounts, kits, fractions, and several taxes and accounts', () => {
		const having = (test: (row: (typeof salesOrders)[number]) => boolean | undefined) =>
			salesOrders.filter(test).length;
		expect(having((row) => (row.freightTotal ?? 0) > 0)).toBeGreaterThan(100);
		expect(having((row) => (row.surcharge ?? 0) > 0)).toBeGreaterThan(20);
		expect(having((row) => (row.discountTotal ?? 0) < 0)).toBeGreaterThan(50);
		expect(having((row) => (row.discountTotal ?? 0) > 0)).toBe(0);
		for (const status of ['Incl', 'Excl', 'Exempt', 'Undefined']) {
			expect(having((row) => row.taxStatus === status)).toBeGreaterThan(0);
		}
		const lines = salesOrders.flatMap((row) => row.lineItems ?? []);
		expect(lines.filter((line) => line.parentId !== 0).length).toBeGreaterThan(50);
		expect(lines.filter((line) => !Number.isInteger(line.qty)).length).toBeGreaterThan(50);
		expect(lines.filter((line) => (line.discount ?? 0) > 0).length).toBeGreaterThan(50);
		expect(unlike(lines.map((line) => line.accountCode)).length).toBeGreaterThan(3);
		expect(unlike(salesOrders.map((row) => row.taxRate)).sort()).toEqual([0, 10, 15]);
		const mixed = (row: (typeof salesOrders)[number]) =>
			unlike((row.lineItems ?? []).map((line) => line.taxRate ?? row.taxRate)).length > 1;
		expect(having(mixed)).toBeGreaterThan(50);
	});

	it('gives every reason at least twice', () => {
		for (const reason of skipReasons) {
			const those = expected.payments.filter(
				(payment) => payment.outcome === 'skipped' && payment.reason === reason,
			);
			expect([reason, those.length >= 2]).toEqual([reason, true]);
		}
	});

	it('makes a few hundred batches, some of them negative', () => {
		expect(expected.groups.length).toBeGreaterThan(200);
		expect(expected.groups.length).toBeLessThan(500);
		const negative = expected.groups.filter((group) => group.kind === 'creditNote');
		expect(negative.length).toBeGreaterThanOrEqual(2);
		for (const group of expected.groups) {
			expect(exact(group.total) < 0n).toBe(group.kind === 'creditNote');
		}
	});

	it('has credit notes in all signs, some on invoices that were imported singly', () => {
		expect(creditNotes.length).toBeGreaterThan(30);
		expect(expected.refundsOfImportedInvoices.length).toBeGreaterThanOrEqual(2);
		const signs = creditNotes.flatMap((row) => {
			const paid = [...payments.values()].filter((payment) => payment.orderId === row.id);
			return paid.map(({ amount = 0 }) => `${Math.sign(row.total ?? 0)} ${Math.sign(amount)}`);
		});
		expect(unlike(signs).sort()).toEqual(['-1 -1', '1 -1', '1 1']);
		const references = new Set(salesOrders.map((row) => row.reference));
		for (const row of creditNotes) expect(references).toContain(row.salesReference);
	});

	it('writes instants in several ways', () => {
		const dates = [...payments.values()].map((row) => row.paymentDate ?? '');
		for (const form of [/\d\dZ$/, /\+11:00$/, /\.\d+Z$/, /\.\d+\+13:00$/]) {
			expect(dates.filter((date) => form.test(date)).length).toBeGreaterThan(20);
		}
	});

	it('has gaps between ids, and later orders have higher ones', () => {
		const ids = [...orders.keys()].sort((a, b) => a - b);
		expect(ids[ids.length - 1] - ids[0]).toBeGreaterThan(ids.length * 1.3);
		const created = ids.map((id) => Date.parse(orders.get(id)?.createdDate ?? ''));
		expect(created).toEqual([...created].sort((a, b) => a - b));
	});

	it('has people, products and names that are hard to show', () => {
		expect(branches.map((row) => row.id)).toEqual(expect.arrayContaining(defaultBot.branchIds));
		expect(contacts.find((row) => row.id === defaultBot.customerId)?.company).toBe(
			'Ecommerce Batches',
		);
		expect(contacts.map((row) => row.email)).toContain(defaultBot.summaryEmail);
		expect(users.length).toBeGreaterThanOrEqual(2);
		const [batch] = products.filter((row) => row.styleCode === defaultBot.productCode);
		expect(batch).toMatchObject({ stockControl: 'Labour', productOptions: [{ code: 'BATCH' }] });
		for (const [firstName] of awkwardNames) {
			expect(salesOrders.some((row) => row.firstName === firstName)).toBe(true);
		}
		const addresses = [...contacts, ...users, ...branches].map((row) => row.email ?? '');
		for (const address of addresses) expect(address).toMatch(/@example\.(com|org)$/);
		expect(unlike(addresses).length).toBe(addresses.length);
	});

	it('has two finished batch documents with manifests', () => {
		const documents = salesOrders.filter((row) => /^BATCH-\d{6}$/.test(row.reference ?? ''));
		expect(documents.map((row) => row.reference)).toEqual(
			expect.arrayContaining(['BATCH-000001', 'BATCH-000002']),
		);
		for (const row of documents) {
			expect(row).toMatchObject({ status: 'APPROVED', isApproved: true });
			const manifest = JSON.parse((row.internalComments ?? '').split('\n')[1]);
			let total = 0n;
			for (const [paymentId, orderId, amount] of manifest.payments) {
				expect(payments.get(paymentId)).toMatchObject({ orderId, amount: Number(amount) });
				total += exact(amount);
			}
			expect([exact(manifest.total), exact(row.total)]).toEqual([total, total]);
		}
	});
});
