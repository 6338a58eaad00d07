/**
 * A bot's settings, as the node's panel holds them: what Cin7's own Settings page asks, and no more than the rules need.
 */
import type { ChannelField } from '../orders/channel';
import type { CutOff } from '../time/cutOff';

/** One row of Ecommerce Batching Options. */
export interface ChannelRow {
	channel: string;
	paymentType: string;
	cutOff: CutOff;
}

export interface BatchSettings {
	botName: string;
	rows: ChannelRow[];
	/** Branch ids; empty means every branch. */
	branchIds: number[];
	/** IANA zone of cut-offs and batch days. */
	zone: string;
	/** Cin7's own is 30. */
	lookBackDays: number;
	batchPer: 'day' | 'run';
	/** What happens to an order whose payments are not all batched now: left in the normal sync, or batched in part. */
	partlySelectedOrders: 'leave' | 'batchAlone';
	/** Payment types that take deposits on orders not yet invoiced. */
	depositPaymentTypes: string[];
	channelField: ChannelField;
}
