/** One sentence on an order that needs attention, safe to stand in any page or e-mail. */
import { orderName } from '../orders/channelState';
import type { AnyOrder } from '../orders/anyOrder';
import type { AttentionReason, MissingField } from './verdict';

/** References of this form are quoted; others may hold anything, and stand in the item anyway. */
const harmless = /^[\w #./-]{1,40}$/;
const mostLabels = 6;

/** `Order 114-1234567-1234567 lacks Email Address, Last Name and Delivery State.` */
export function attentionSummary(
	order: AnyOrder,
	reason: AttentionReason,
	missing: readonly MissingField[],
): string {
	const name = orderName(order) ?? '';
	const subject = harmless.test(name) ? `Order ${name}` : 'This order';
	if (reason === 'cancelled') return `${subject} is cancelled and is not to be sent.`;
	if (reason === 'unreadable') {
		return `${subject} came in a form that could not be read: ${labelList(missing)}. Look it up in Seller Central.`;
	}
	const lacks = missing.length === 0 ? '' : `lacks ${labelList(missing)}`;
	if (reason === 'missingData') return `${subject} ${lacks}.`;
	const state = `${subject} ${unsent[reason]}`;
	return lacks === '' ? `${state}.` : `${state}; it ${lacks}.`;
}

const unsent = {
	soldElsewhere: 'was sold in another channel and is only sent by Amazon',
	pending: 'is not confirmed by Amazon yet and is not to be sent',
	unfulfillable: 'cannot be fulfilled, as Amazon says',
	partlyShipped: 'is shipped in part already, so look up what is still to be sent',
};

function labelList(missing: readonly MissingField[]): string {
	const labels = missing.map(({ label }) => label);
	const shown = labels.length > mostLabels ? labels.slice(0, mostLabels - 1) : labels;
	const rest = labels.length - shown.length;
	const parts = rest > 0 ? [...shown, `${rest} more fields`] : shown;
	if (parts.length === 1) return parts[0];
	return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
