/** An order that comes in, with what the channel says of its way besides: whether it is sent already, and by whom it was sold. */
import {
	isSoldElsewhere,
	shippingOf,
	unreadableFields,
	type Shipping,
} from '../orders/channelState';
import { draftFromItem, type OrderItem } from '../orders/draftFromItem';
import { blockOf, lineOf, type Item } from '../orders/itemValues';
import { instantOf } from '../time/instant';

export interface StageItem extends OrderItem {
	/** For sentences: `Amazon`, or `the channel` where the item does not say. */
	channel: string;
	shipping: Shipping;
	/** Sold through another channel, and only sent by Amazon. */
	soldElsewhere: boolean;
	/** Fields that the channel gave in a form that nobody could read. */
	unread: string[];
	/** When the channel changed it last, milliseconds; null when it does not say. */
	lastUpdated: number | null;
	/** When it was dispatched, where the item says so; null otherwise. */
	dispatchedDate: string | null;
}

/** Reads an item. Never throws. */
export function stageItem(item: Item): StageItem {
	const amazon = blockOf(item, 'amazon');
	const dispatched = lineOf(item.dispatchedDate);
	return {
		...draftFromItem(item),
		channel: Object.keys(amazon).length > 0 ? 'Amazon' : 'the channel',
		shipping: shippingOf(item),
		soldElsewhere: isSoldElsewhere(item),
		unread: unreadableFields(item),
		lastUpdated: instantOf(lineOf(amazon.lastUpdatedTime)),
		dispatchedDate: instantOf(dispatched) === null ? null : dispatched,
	};
}
