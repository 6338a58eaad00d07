/**
 * Puts the channel's payments on orders, each once. Cin7 does not refuse a second one, so they are looked for by order
 * before they are made, looked for again afterwards, and doubles of our own key are taken away: the lowest id stays.
 */
import { isVoid } from '../orders/accounting';
import type { Cin7Client, WriteOutcome } from '../cin7/client';
import type { Payment } from '../cin7/records';
import { payments as paymentsOfCin7 } from '../cin7/resources';
import type { DraftPayment } from '../orders/salesOrderDraft';
import { currencyDifference } from './moneyDifference';
import { keyOfPayment, paymentNeeds, paymentRow, type PaymentNeeds } from './paymentRules';
import { isHeld } from './placement';
import type { Saving } from './saving';
import type { StageSettings } from './settings';
import { isDraft, type StageOrder } from './stageOrder';
import { isUncertain } from './updateOrders';

/** A payment whose answer was lost is sent again only when it is seen not to be there. */
const mostRounds = 3;

interface Paying {
	saving: Saving;
	order: StageOrder;
	existing: Payment[];
	/** Created in this very run, with an answer: nobody has paid it yet. */
	untouched: boolean;
	/** Why none is added, when the order is in another currency; blank otherwise. */
	otherCurrency: string;
	/** Keys of payments made here. */
	made: Set<string>;
	refusals: Map<string, string>;
}

/**
 * Adds what is missing; every order's `payments` say what became of it.
 * @throws Cin7Failure when Cin7 cannot be asked; a further run goes on from there
 */
export async function payOrders(
	client: Cin7Client,
	savings: readonly Saving[],
	settings: StageSettings,
): Promise<void> {
	const all = savings.flatMap((saving) => payingOf(saving, settings));
	await look(
		client,
		all.filter((one) => !one.untouched),
	);
	let open = all;
	for (let round = 1; open.length > 0 && round <= mostRounds; round++) {
		const paid = await pay(client, open, settings.at);
		if (paid.length > 0) await look(client, paid);
		open = paid.filter((one) => needsOf(one).missing.some((draft) => mayRetry(one, draft)));
	}
	for (const one of all) {
		for (const id of needsOf(one).doubles) await client.remove(paymentsOfCin7, id);
		report(one);
	}
}

/** Orders that payments belong on: in Cin7, live and approved, and not cancelled or pending in the channel. */
function payingOf(saving: Saving, { payments: which }: StageSettings): Paying[] {
	const { item, order, end } = saving;
	if (which === 'none' || item.draft.payments.length === 0 || item.state !== 'open') return [];
	if (item.unread.length > 0) return [];
	if (order === null || end?.reason === 'ambiguous' || isVoid(order) || isDraft(order)) return [];
	if (which === 'notHeld' && isHeld(order)) return [];
	const untouched = saving.isNew && end?.outcome !== 'refused';
	const otherCurrency = currencyDifference(order, item);
	return [
		{ saving, order, existing: [], untouched, otherCurrency, made: new Set(), refusals: new Map() },
	];
}

async function look(client: Cin7Client, ones: readonly Paying[]): Promise<void> {
	if (ones.length === 0) return;
	const ids = ones.map(({ order }) => order.id);
	const found = new Map<number, Payment[]>();
	for (const payment of await client.byIds(paymentsOfCin7, 'orderId', ids)) {
		if (/credit/i.test(payment.orderType)) continue;
		found.set(payment.orderId, [...(found.get(payment.orderId) ?? []), payment]);
	}
	for (const one of ones) one.existing = found.get(one.order.id) ?? [];
}

function needsOf({ saving, existing, otherCurrency }: Paying): PaymentNeeds {
	const needs = paymentNeeds(saving.reference, saving.item.draft.payments, existing);
	return otherCurrency === '' ? needs : { ...needs, missing: [] };
}

function mayRetry(one: Paying, draft: DraftPayment): boolean {
	return !one.refusals.has(keyOfPayment(draft));
}

/** Sends what is missing; gives the orders it was sent for. */
async function pay(client: Cin7Client, open: readonly Paying[], at: string): Promise<Paying[]> {
	const sending = open.flatMap((one) =>
		needsOf(one)
			.missing.filter((draft) => mayRetry(one, draft))
			.map((draft) => ({ one, draft })),
	);
	if (sending.length === 0) return [];
	const outcome = await client.create(
		paymentsOfCin7,
		sending.map(({ one, draft }) => paymentRow(draft, one.order, at)),
	);
	sending.forEach(({ one, draft }, index) => noteSent(one, draft, outcome, index));
	if (outcome.stopped) throw outcome.stopped;
	return [...new Set(sending.map(({ one }) => one))];
}

function noteSent(one: Paying, draft: DraftPayment, outcome: WriteOutcome, index: number): void {
	const { success, errors } = outcome.results[index];
	const key = keyOfPayment(draft);
	if (success || isUncertain(outcome, index)) one.made.add(key);
	else one.refusals.set(key, errors.join(' '));
}

function report(one: Paying): void {
	const needs = needsOf(one);
	one.saving.payments = one.saving.item.draft.payments.map((draft) => {
		const key = keyOfPayment(draft);
		const existing = needs.there.find((entry) => entry.draft === draft)?.payment;
		const paymentId = existing?.id ?? 0;
		const refusal = one.refusals.get(key);
		const said = {
			transactionRef: draft.transactionRef,
			method: draft.method,
			amount: draft.amount,
		};
		if (existing) {
			const outcome = one.made.has(key) ? 'created' : 'alreadyThere';
			return { ...said, ...existingAmount(one, draft, existing), paymentId, outcome };
		}
		if (one.otherCurrency !== '') {
			const message = `No payment was added to ${one.saving.reference}: ${one.otherCurrency}.`;
			return { ...said, paymentId, outcome: 'leftAlone', message };
		}
		if (needs.foreign !== '' && refusal === undefined) {
			return { ...said, paymentId, outcome: 'leftAlone', message: needs.foreign };
		}
		const message =
			refusal === undefined
				? `Cin7 did not confirm the payment on ${one.saving.reference}. Look at it in Cin7, then run again.`
				: `Cin7 refused the payment on ${one.saving.reference}: ${refusal}`;
		return { ...said, paymentId, outcome: 'refused', message };
	});
}

/** The amount that stands in Cin7, and whether it is another than the channel's. */
function existingAmount(
	{ saving, order }: Paying,
	draft: DraftPayment,
	{ amount }: Payment,
): { amount: string; message: string } {
	if (Number(amount) === Number(draft.amount)) return { amount: draft.amount, message: '' };
	const { reference, item } = saving;
	const currency = order.currencyCode;
	const message = `The payment on ${reference} in Cin7 is ${`${amount} ${currency}`.trim()}, but ${item.channel} says ${draft.amount}. Look into it.`;
	return { amount, message };
}
