// What the package does in an experiment, and how the lab reads what it reports. The only file that knows the saga's own
// functions and results.
import type { DocumentSettings } from '../../../lib/batching/document';
import { confirmBatches } from '../../../lib/batching/external/confirm';
import { runBatches, type RunResult } from '../../../lib/batching/run/run';
import type { BatchSettings } from '../../../lib/batching/settings';
import { undoBatches } from '../../../lib/batching/undo/undo';
import { createCin7Client, type Cin7Client } from '../../../lib/cin7/client';
import { createLimiter } from '../../../lib/cin7/limiter';
import { batchCustomer, batchProduct, channel, zone } from '../accounts/rows.mts';
import { paymentTypes } from '../accounts/accounts.mts';
import type { Chance } from './chance.mts';
import type { Elsewhere } from './elsewhere.mts';
import type { Outside } from './process.mts';

/** What a run says, as far as the lab judges it. */
export interface Report {
	/** Reference of a document, and a sentence on what a person should look at. */
	told: { reference: string; why: string }[];
	/** Cin7's words on documents that it refused. */
	refusals: string[];
	/** Batches it did not get to. */
	leftOver: number;
	/** Payments that it left out, with the reason. */
	skipped: { paymentId: number; reason: string }[];
	/** Documents it says it completed. */
	done: string[];
}

export interface Bot {
	name: string;
	settings: BatchSettings;
	documents: DocumentSettings;
	/** Where its batches are booked, when not in Cin7: each run books what it hands over, and confirms it. */
	elsewhere?: Elsewhere;
}

/** A bot over some of the payment types. */
export function botOf(name: string, types: readonly string[]): Bot {
	const partlySelectedOrders = 'leave';
	return {
		name,
		settings: {
			botName: name,
			rows: types.map((paymentType) => ({
				channel,
				paymentType,
				cutOff: { kind: 'endOfDay' },
			})),
			branchIds: [],
			zone,
			lookBackDays: 3,
			batchPer: 'day',
			partlySelectedOrders,
			depositPaymentTypes: [],
			channelField: { from: 'source' },
		},
		documents: {
			posting: 'cin7',
			botName: name,
			zone,
			customerId: batchCustomer,
			productCode: batchProduct,
			doNotTransferStatus: 9,
			accounts: { freight: '', surcharge: '', discount: '', rounding: '' },
			partlySelectedOrders,
		},
	};
}

/** Takes every payment type of the accounts. */
export const mainBot = botOf('Main', paymentTypes);
/** Takes some of the same payments, in other company. */
export const otherBot = botOf('Other', ['PayPal', 'Amazon']);

/** The same bot, with its accounting elsewhere. */
export function bookingElsewhere(bot: Bot, elsewhere: Elsewhere): Bot {
	return { ...bot, documents: { ...bot.documents, posting: 'external' }, elsewhere };
}

/** The account's branches never change here: reading them again would only be another call. */
const branches = [
	{ id: 3, company: 'Harbour', isActive: true },
	{ id: 5, company: 'Warehouse', isActive: true },
];

/** A run of a bot; one that books elsewhere goes on with that, and with Confirm. `claim` is its own mark. */
export function runOf(bot: Bot, claim: string, chance?: Chance) {
	return async (outside: Outside): Promise<Report> => {
		const client = clientOf(outside, chance);
		const { settings, documents, elsewhere } = bot;
		const result = await runBatches(client, settings, documents, outside.now(), branches, claim);
		const report = reportOf(result);
		if (!elsewhere) return report;
		const handedOver = [...result.again, ...result.batches].filter(
			({ document }) => document.offered,
		);
		for (const { document, batch } of handedOver) {
			elsewhere.book(
				document.order.reference,
				batch.members.map(({ paymentId }) => paymentId),
			);
		}
		const confirmed = await confirmBatches(
			client,
			handedOver.map(({ document: { order } }) => ({
				reference: order.reference,
				accountingReference: `INV ${order.reference}`,
			})),
		);
		const refused = confirmed.filter(({ outcome }) => outcome === 'refused');
		report.told.push(...refused.map(({ reference, message }) => ({ reference, why: message })));
		return report;
	};
}

/** A person undoes batches. */
export function undoOf(references: string[], chance?: Chance) {
	return async (outside: Outside) =>
		await undoBatches(clientOf(outside, chance), references, { removedFromAccounting: false });
}

function reportOf(result: RunResult): Report {
	return {
		told: [
			...result.unfinished.map(({ document, why }) => ({
				reference: document.order.reference,
				why,
			})),
			...result.unreadable.map(({ order }) => ({
				reference: order.reference,
				why: 'Its list of members cannot be read.',
			})),
		],
		refusals: result.refusals,
		leftOver: result.leftOver,
		skipped: result.final.skipped.map(({ payment, reason }) => ({
			paymentId: payment.id,
			reason,
		})),
		done: [
			...result.batches
				.filter((batch) => batch.done)
				.map(({ document }) => document.order.reference),
			...result.finishedEarlier.map(({ order }) => order.reference),
		],
	};
}

/** As the node has it, with no limits of its own: what Cin7 refuses it learns from. */
function clientOf({ transport, sleep, now }: Outside, chance?: Chance): Cin7Client {
	const random = chance?.next ?? (() => 0.5);
	const limiter = createLimiter({ perSecond: 0, perMinute: 0, perDay: 0 }, { now, sleep }, random);
	return createCin7Client({ transport, limiter, sleep, now, random });
}
