// What clocks show in zones that did not change them on a quarter of an hour.
import { offsetAt } from '../../../lib/time/zone';

it('St. John’s clocks of 2010 went back at one minute past midnight, not at midnight', () => {
	const changed = Date.UTC(2010, 10, 7, 2, 31);
	const hoursAt = (instant: number) => offsetAt(instant, 'America/St_Johns') / 3_600_000;
	// In this order: what was asked for the quarter of an hour before must not answer for all of it.
	expect([changed - 60_000, changed - 1, changed, changed + 60_000].map(hoursAt)).toEqual([
		-2.5, -2.5, -3.5, -3.5,
	]);
});
