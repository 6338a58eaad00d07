// Starts a scenario in the making: calendar, people, and the channels' own manners of numbering.
import { amazonSeller, ebay, shopify, wooCommerce } from './bot.mts';
import type { Bot } from './bot.mts';
import { calendarFor } from './calendar.mts';
import type { Making } from './drafts.mts';
import { makePeople } from './people.mts';
import { randomFor } from './random.mts';
import type { Random } from './random.mts';

/** @param now ISO 8601 instant of the run */
export function startMaking(seed: number, now: string, bot: Bot, peopleCount: number): Making {
	const streams = new Map<string, Random>();
	return {
		seed,
		calendar: calendarFor(now, bot.zone),
		bot,
		people: makePeople(seed, peopleCount),
		orders: [],
		nextReference: numbering(),
		random(theme) {
			let stream = streams.get(theme);
			if (stream === undefined) streams.set(theme, (stream = randomFor(seed, theme)));
			return stream;
		},
	};
}

/** References as the channels give them; unique over both modules, at most 30 characters. */
function numbering(): Making['nextReference'] {
	const taken = new Map<string, number>();
	return (channel, kind) => {
		const series = kind === 'C' ? 'creditNote' : (channel ?? 'byHand');
		const count = (taken.get(series) ?? 0) + 1;
		taken.set(series, count);
		if (kind === 'C') return `CRN-${2040 + count}`;
		if (channel === shopify) return `#${10_420 + count}`;
		if (channel === wooCommerce) return `WC-${58_210 + count}`;
		if (channel === amazonSeller) return `250-${scattered(count, 7)}-${scattered(count + 31, 7)}`;
		if (channel === ebay) return `19-${scattered(count, 5)}-${scattered(count + 7, 5)}`;
		return `SO-${4_400 + count}`;
	};
}

/** A number of so many digits that never comes twice for different counts, in no visible order. */
function scattered(count: number, digits: number): string {
	const span = 9 * 10 ** (digits - 1);
	return String(10 ** (digits - 1) + ((count * 7_919) % span));
}
