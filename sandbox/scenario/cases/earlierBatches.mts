// Batches of earlier runs, finished: numbered documents with their manifest and their payment, members
// reconciled and out of accounting's sync.
import { createHash } from 'node:crypto';
import { batchCustomer } from '../account.mts';
import { plainBasket, totalled } from '../basket.mts';
import type { Basket } from '../basket.mts';
import { shopify, wooCommerce } from '../bot.mts';
import { written } from '../calendar.mts';
import { skipped } from '../drafts.mts';
import type { Making, OrderDraft } from '../drafts.mts';
import { amountText } from '../money.mts';
import { batchProduct, productByCode } from '../products.mts';
import type { Product } from '../products.mts';
import { paidSale, pay, sale, usualBranch } from '../sale.mts';

/** One group of an earlier run. */
export interface EarlierBatch {
	number: number;
	channel: string;
	method: string;
	/** Batch day, counted from today; at most -2. */
	day: number;
	/** Each paid in full by one payment of `method`, in AUD, one tax rate of 10 % included. */
	members: OrderDraft[];
}

/** Two documents; somebody cleared the reconcile dates of some of their members since. */
export function makeEarlierBatches(making: Making): void {
	const random = making.random('earlier batches');
	[
		{ number: 1, channel: shopify, method: 'PayPal', day: -12, size: 6 },
		{ number: 2, channel: wooCommerce, method: 'Stripe', day: -9, size: 4 },
	].forEach(({ number, channel, method, day, size }) => {
		const members = Array.from({ length: size }, (_, index) => {
			const at = making.calendar.at(day - 1, `18:${10 + index * 7}:00`);
			// Multiples of 11 cents have a tenth of tax without a remainder.
			const basket = plainBasket(productByCode('SRV-SPL'), 11 * random.int(100, 3_000));
			return paidSale(making, { channel, basket }, { method, at, expect: 'notListed' });
		});
		finishedBatch(making, { number, channel, method, day, members });
		for (const { payments } of members.slice(0, 2)) {
			payments[0].reconciledAt = null;
			payments[0].expect = skipped('inAnotherBatch');
		}
	});
}

/** Marks the members and makes their document. */
export function finishedBatch(making: Making, batch: EarlierBatch): OrderDraft {
	const { number, channel, method, day, members } = batch;
	const reference = `BATCH-${String(number).padStart(6, '0')}`;
	const markedAt = markInstant(making, day);
	for (const member of members) {
		member.accounting = { importDate: null, accountingImportStatus: 'DoNotImport' };
		member.datedAt = markedAt;
		for (const payment of member.payments) {
			payment.reconciledAt = markedAt;
			payment.comments = reference;
		}
	}
	const createdAt = making.calendar.at(day + 1, '08:05:00');
	const document = sale(making, {
		channel: null,
		reference,
		createdAt,
		branchId: members[0]?.branchId ?? usualBranch(channel),
		currency: 'AUD',
		basket: documentBasket(members),
		customer: null,
		datedAt: markedAt,
		dispatchedAt: markedAt,
		accounting: { importDate: written(createdAt + 3_600_000), accountingImportStatus: 'Imported' },
		wire: {
			memberId: batchCustomer.id,
			company: batchCustomer.company,
			projectName: 'Ecommerce Batches',
			stage: 'Ecommerce Batch',
			customerOrderNo: reference,
			taxRate: 0,
		},
	});
	document.comments = () => manifestText(making, batch, document, markedAt);
	pay(document, {
		method,
		at: markedAt,
		comments: reference,
		expect: skipped('batchDocument'),
		recordedAt: createdAt + 9_000,
		wire: { transactionRef: reference },
	});
	return document;
}

/** The middle of the hours in which it is this day both here and in UTC. */
function markInstant(making: Making, day: number): number {
	const utc = Date.parse(`${making.calendar.date(day)}T00:00:00Z`);
	const from = Math.max(utc, making.calendar.startOf(day));
	const to = Math.min(utc + 86_400_000, making.calendar.startOf(day + 1));
	return Math.floor((from + to) / 2000) * 1000;
}

/** One line: the members' goods, tax included. */
function documentBasket(members: OrderDraft[]): Basket {
	const amount = members.reduce((sum, { total }) => sum + total, 0);
	const { id, code } = batchProduct;
	const product: Product = { id, code, name: 'Goods, tax 10 %', price: 0, accountCode: '260' };
	const basket = plainBasket(product, amount);
	return totalled({ ...basket, lines: [{ ...basket.lines[0], taxRate: 10 }] });
}

function manifestText(
	making: Making,
	{ channel, method, day, members }: EarlierBatch,
	document: OrderDraft,
	markedAt: number,
): string {
	const total = amountText(document.total, document.currency);
	const payments = members.map(({ id, total: paid, currency, payments: [payment] }) => [
		payment.id,
		id,
		amountText(paid, currency),
	]);
	const batchDay = making.calendar.date(day);
	const manifest = {
		v: 1,
		claim: fingerprint(`${document.reference}/${making.seed}`).slice(0, 20),
		bot: making.bot.botName,
		kind: 'invoice',
		channel,
		branchId: document.branchId,
		paymentType: method,
		currency: document.currency,
		batchDay,
		zone: making.bot.zone,
		total,
		markDate: written(markedAt),
		whole: true,
		fingerprint: fingerprint(JSON.stringify(payments)),
		payments,
		orders: members.map(({ id, total }) => [id, 'S', amountText(total, 'AUD')]),
		product: making.bot.productCode,
	};
	const words = `Batch of ${members.length} payments, ${batchDay}: ${channel}, ${method}, ${total} ${document.currency}.`;
	return `${words} Please leave the next line as it is; it lists the members.\n${JSON.stringify(manifest)}`;
}

function fingerprint(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
