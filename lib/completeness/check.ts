/** Whether an order has the data with which Cin7 lets it be sent. Pure; settings are read once, orders as many as come. */
import { addressCheck, blankAddress } from './addresses';
import {
	isAmazonFulfilled,
	isCancelled,
	isPending,
	isSoldElsewhere,
	sellerCentralUrl,
	shippingOf,
} from '../orders/channelState';
import { orderTotal, unreadable } from './channelData';
import { addresses, contactRules, furtherRules, type FieldRule } from './fields';
import { filledUnless, type Filled } from './filled';
import { lineCheck } from './lines';
import { groupLabels, type CompletenessSettings, type Group } from './settings';
import { attentionSummary } from './summary';
import type { AnyOrder } from '../orders/anyOrder';
import type { AttentionReason, MissingField, UnsentReason, Verdict } from './verdict';

type Check = (order: AnyOrder) => MissingField[];

/** Groups that Amazon knows best of orders it sends itself. */
const details: readonly Group[] = ['contact', 'deliveryAddress', 'billingAddress'];

/**
 * The check of one order: what is missing, in the order of the rules. Never throws, whatever the order holds, and does not
 * change it.
 */
export function completenessCheck(settings: CompletenessSettings): (order: AnyOrder) => Verdict {
	const filled = filledUnless(settings.placeholders);
	const all = checks(settings, filled);
	const skipsDetails = settings.amazonFulfilled === 'skipDetails';
	const withoutDetails = all.filter(({ group }) => !details.includes(group));
	return (order) => {
		const unsent = unsentReasons.find(
			(reason) => settings[reason] !== 'check' && isUnsent[reason](order),
		);
		if (unsent && settings[unsent] === 'leaveOut') return { is: 'leftOut', reason: unsent };
		if (unsent === 'cancelled') return attention(order, 'cancelled', []);
		const unread = unreadable(order);
		if (unread.length > 0) return attention(order, 'unreadable', unread);
		const asked = skipsDetails && isAmazonFulfilled(order) ? withoutDetails : all;
		const missing = missingOf(order, asked);
		if (unsent) return attention(order, unsent, missing);
		return missing.length > 0 ? attention(order, 'missingData', missing) : { is: 'complete' };
	};
}

/** Of most orders nothing is missing, and nothing is made for them. */
function missingOf(order: AnyOrder, asked: readonly { check: Check }[]): MissingField[] {
	let missing: MissingField[] = [];
	for (const { check } of asked) {
		const found = check(order);
		if (found.length > 0) missing = missing.length > 0 ? [...missing, ...found] : found;
	}
	return missing;
}

const isUnsent: Record<UnsentReason, (order: AnyOrder) => boolean> = {
	cancelled: isCancelled,
	soldElsewhere: isSoldElsewhere,
	pending: isPending,
	unfulfillable: (order) => shippingOf(order) === 'unfulfillable',
	partlyShipped: (order) => shippingOf(order) === 'partlyShipped',
};

/** The first that fits counts. */
const unsentReasons = Object.keys(isUnsent) as UnsentReason[];

function checks(settings: CompletenessSettings, filled: Filled): { group: Group; check: Check }[] {
	const further = [
		...furtherRules.filter(({ field }) => settings.alsoRequired.includes(field)),
		...settings.customFields.map(customFieldRule),
	];
	const contact = contactRules.filter(({ field }) => !settings.notRequired.includes(field));
	const [delivery, billing] = addresses.map((kind) => {
		const check = addressCheck(kind, settings, filled);
		return { group: kind.group, check: withBlankBilling(kind, check) };
	});
	return [
		...only('contact', fieldCheck(contact, filled)),
		...further.filter(({ group }) => group === 'contact').map(alone),
		...only(delivery.group, delivery.check),
		...further.filter(({ group }) => group === 'deliveryAddress').map(alone),
		...only(billing.group, billing.check),
		...further.filter(({ group }) => group === 'billingAddress').map(alone),
		...only('lineItems', lineCheck(settings, filled)),
		...(settings.orderTotal === 'check' ? only('lineItems', orderTotal) : []),
		...further.filter(({ group }) => group === 'other').map(alone),
	];

	function only(group: Group, check: Check) {
		return settings.groups.includes(group) ? [{ group, check }] : [];
	}

	function alone(rule: FieldRule) {
		return { group: rule.group, check: fieldCheck([rule], filled) };
	}

	function withBlankBilling(kind: (typeof addresses)[number], check: Check): Check {
		if (kind.prefix !== 'billing' || settings.blankBilling === 'missing') return check;
		const isBlank = blankAddress(kind, filled);
		return (order) => (isBlank(order) ? [] : check(order));
	}
}

function fieldCheck(rules: readonly FieldRule[], filled: Filled): Check {
	const isFilled = (order: AnyOrder) => rules.every(({ field }) => filled(valueOf(order, field)));
	return (order) => {
		if (isFilled(order)) return [];
		return rules
			.filter(({ field }) => !filled(valueOf(order, field)))
			.map(({ field, label, group, why }) => ({ field, label, group: groupLabels[group], why }));
	};
}

function customFieldRule(name: string): FieldRule {
	return {
		field: `${customFieldPrefix}${name}`,
		label: name,
		group: 'other',
		why: 'The settings of this check ask for it.',
		source: 'Our own option.',
	};
}

const customFieldPrefix = 'customFields.';

function valueOf(order: AnyOrder, field: string): unknown {
	if (!field.startsWith(customFieldPrefix)) return order[field];
	const { customFields } = order;
	if (typeof customFields !== 'object' || customFields === null) return undefined;
	return (customFields as AnyOrder)[field.slice(customFieldPrefix.length)];
}

function attention(order: AnyOrder, reason: AttentionReason, missing: MissingField[]): Verdict {
	const url = sellerCentralUrl(order);
	return {
		is: 'needsAttention',
		needsAttention: {
			reason,
			missing,
			summary: attentionSummary(order, reason, missing),
			...(url === null ? {} : { sellerCentralUrl: url }),
		},
	};
}
