/** What the channel's own state of an order rules, whatever its data: what is not saved, and what nobody is to send. */
import type { Reason } from './outcome';
import type { StageSettings } from './settings';
import type { StageItem } from './stageItem';

export interface Ruling {
	reason: Reason;
	/** What follows the order's reference in a sentence, without a full stop. */
	because: string;
}

/** Why an order is neither created nor changed; null when it is. */
export function whyLeftOut(
	item: StageItem,
	{ shipped, soldElsewhere }: StageSettings,
): Ruling | null {
	const { channel } = item;
	if (item.state === 'pending') {
		// Amazon gives no prices for such orders, so whatever is saved of them is wrong.
		const because = `is not confirmed by ${channel} yet and comes again once it is`;
		return { reason: 'pending', because };
	}
	if (item.soldElsewhere && soldElsewhere === 'leaveOut') {
		const because = `was sold in another channel and is only sent by Amazon`;
		return { reason: 'soldElsewhere', because };
	}
	if (item.shipping === 'shipped' && shipped === 'leaveOut') {
		const because = `is shipped already, or sent by Amazon`;
		return { reason: 'alreadyShipped', because };
	}
	return null;
}

/** Why an order waits for a person at the integration defaults, even when its data is complete; null when it does not. */
export function whyHeld(item: StageItem, { unshippable }: StageSettings): Ruling | null {
	const { channel, unread } = item;
	if (unread.length > 0) {
		const because = `${channel} gave it in a form that could not be read (${unread.join('; ')}). Look it up there`;
		return { reason: 'unreadable', because };
	}
	if (unshippable === 'likeOthers') return null;
	if (item.shipping === 'partlyShipped') {
		const because = `part of it is shipped already. Look up in ${channel} what is still to be sent, and release it by hand`;
		return { reason: 'partlyShipped', because };
	}
	if (item.shipping === 'unfulfillable') {
		const because = `${channel} says that it cannot be fulfilled. Look it up there`;
		return { reason: 'unfulfillable', because };
	}
	return null;
}

/** Whether an order is saved as dispatched, because somebody has sent it already. */
export function isSavedAsShipped(item: StageItem, { operation, shipped }: StageSettings): boolean {
	return operation === 'defaults' && item.shipping === 'shipped' && shipped === 'dispatched';
}

/** Said of orders that are saved as dispatched. */
export const shippedNote =
	'It is shipped already, or sent by Amazon: so it was saved as dispatched, and not for your warehouse or 3PL.';
