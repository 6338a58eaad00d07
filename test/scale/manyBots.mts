// Twenty bots on one account: each batches a channel and payment type of its own.
import { defaultBot, type Bot } from '../../sandbox/scenario/bot.mts';
import type { Scenario } from '../../sandbox/scenario/scenario.mts';
import { sixGroups } from '../../sandbox/scenario/small.mts';

export interface ManyBots {
	scenario: Scenario;
	bots: Bot[];
}

export interface ManyBotsOptions {
	/** ISO 8601. */
	now: string;
	bots: number;
	/** Payments of each. */
	payments: number;
}

/** All paid yesterday and due, in one branch, so that each bot has exactly one batch. */
export function manyBots({ now, bots, payments }: ManyBotsOptions): ManyBots {
	const { scenario } = sixGroups({ now, payments: bots * payments });
	const { salesOrders } = scenario.cin7;
	const [{ branchId }] = salesOrders;
	const botOf = new Map(
		salesOrders.map(({ id }, index) => [id, Math.floor(index / payments) % bots]),
	);
	return {
		scenario: {
			...scenario,
			cin7: {
				...scenario.cin7,
				salesOrders: salesOrders.map((order, index) => ({
					...order,
					branchId,
					source: channelOf(Math.floor(index / payments) % bots),
				})),
				payments: scenario.cin7.payments.map((payment) => ({
					...payment,
					method: methodOf(botOf.get(payment.orderId as number) ?? 0),
				})),
			},
		},
		bots: Array.from({ length: bots }, (_, bot) => ({
			...defaultBot,
			botName: `Bot ${bot + 1}`,
			tags: [channelOf(bot)],
			rows: [{ channel: channelOf(bot), paymentType: methodOf(bot), cutOff: 'End of day' }],
			branchIds: [],
			depositPaymentTypes: [],
		})),
	};
}

function channelOf(bot: number): string {
	return `Example shop ${bot + 1}`;
}

function methodOf(bot: number): string {
	return `Card ${bot + 1}`;
}
