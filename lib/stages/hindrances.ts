/** What keeps a held order from being released, and what a person is told about it. */
import { whyHeld } from './channelRules';
import type { Filling } from './fillBlanks';
import { surplusLines } from './lineRows';
import { currencyDifference, moneyDifference } from './moneyDifference';
import type { Reason } from './outcome';
import { isHeld } from './placement';
import { needsAttention, type Placement, type StageSettings } from './settings';
import type { StageItem } from './stageItem';
import { topLines, unknownCodes, type StageOrder } from './stageOrder';
import { inWords } from '../text/words';
import { labels, saysTheSame } from './words';

export interface Hindrance {
	reason: Reason;
	message: string;
}

export interface Release {
	filling: Filling;
	/** Whether lines are added to an order that has none. */
	addsLines: boolean;
	placement: Placement;
	settings: StageSettings;
}

/** Why the order stays at Needs Attention; null when nothing keeps it there, or it is not to be released. */
export function hindranceTo(
	order: StageOrder,
	item: StageItem,
	release: Release,
): Hindrance | null {
	const { filling, placement, settings } = release;
	const stays = !isHeld(order) || saysTheSame(placement.stage, needsAttention);
	if (settings.operation === 'hold' || stays) return null;
	const stay = (reason: Reason, why: string) => ({
		reason,
		message: `${order.reference} stays at Needs Attention: ${why}`,
	});
	if (filling.tooLong.length > 0) {
		return stay('tooLong', 'some of its data is longer than Cin7 keeps.');
	}
	if (surplusLines(order, item).length > 0) {
		return stay('doubledLines', 'it has line items twice. Remove the second ones in Cin7.');
	}
	// A person who sets the stage by hand has seen the order.
	if (settings.operation === 'defaults') {
		const found = notByItself(order, item, release);
		if (found !== null) return stay(found.reason, found.message);
	}
	const unknown = unknownCodes(order);
	if (settings.unknownProducts === 'hold' && unknown.length > 0 && order.dispatchedDate === null) {
		return stay('unknownProducts', unknownSentence(unknown));
	}
	return null;
}

function notByItself(
	order: StageOrder,
	item: StageItem,
	{ filling, addsLines, settings }: Release,
): Hindrance | null {
	const ruling = whyHeld(item, settings);
	if (ruling !== null) return { reason: ruling.reason, message: `${ruling.because}.` };
	const correct = 'Correct it in Cin7 or release it by hand.';
	const currency = currencyDifference(order, item);
	if (currency !== '') return { reason: 'moneyDiffers', message: `${currency}. ${correct}` };
	if (topLines(order).length === 0 && !addsLines) {
		const message = 'it has no line items in Cin7, and none could be added.';
		return { reason: 'lineItemsMissing', message };
	}
	const money = moneyDifference(order, item);
	if (money !== '') return { reason: 'moneyDiffers', message: `${money}. ${correct}` };
	if (filling.withheld.length === 0) return null;
	const message = `the address in Cin7 is another than the one that came in, so nothing was mixed into it, and it lacks ${labels(filling.withheld)}. Complete it in Cin7, or clear it there to take the one that comes in.`;
	return { reason: 'addressDiffers', message };
}

/** Says which codes are no products. */
export function unknownSentence(codes: readonly string[]): string {
	const are = codes.length === 1 ? 'is no product' : 'are no products';
	return `${inWords(codes)} ${are} in Cin7, so no stock moves for ${codes.length === 1 ? 'it' : 'them'}.`;
}
