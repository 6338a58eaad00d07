/** What the channel itself says is wrong with an order's data: a total that its items do not come to, fields nobody could read. */
import { unreadableFields } from '../orders/channelState';
import { groupLabels } from './settings';
import type { AnyOrder } from '../orders/anyOrder';
import type { MissingField } from './verdict';

const longestWhy = 300;

/** An order whose money is not certain: nobody is to send an invoice for it unseen. */
export function orderTotal(order: AnyOrder): MissingField[] {
	const { amazon } = order;
	if (typeof amazon !== 'object' || amazon === null) return [];
	const { totalsAgree, totalsNote, grandTotal, orderTotal: itemsTotal } = amazon as AnyOrder;
	if (totalsAgree === false) {
		const note = typeof totalsNote === 'string' ? harmless(totalsNote) : '';
		return [missing(note || 'What Amazon says of the items does not come to the order total.')];
	}
	const hasTotal = [grandTotal, itemsTotal].some((total) => Number(total ?? 0) !== 0);
	const { currencyCode } = order;
	const hasCurrency = typeof currencyCode === 'string' && currencyCode.trim() !== '';
	return hasTotal && !hasCurrency ? [missing('The order has a total but no currency.')] : [];
}

/** Fields that Amazon gave in a form that it does not document. */
export function unreadable(order: AnyOrder): MissingField[] {
	return unreadableFields(order).map((field) => ({
		field: `amazon.${field}`,
		label: field,
		group: groupLabels.other,
		why: 'Amazon gave this in a form that could not be read. Look the order up in Seller Central.',
	}));
}

function missing(why: string): MissingField {
	return { field: 'total', label: 'Order Total', group: groupLabels.lineItems, why };
}

/** Plain characters only, as it may stand in any page or e-mail. */
function harmless(text: string): string {
	return text
		.replace(/[^\w .,:;()%\u2019'-]+/g, ' ')
		.replace(/ +/g, ' ')
		.trim()
		.slice(0, longestWhy);
}
