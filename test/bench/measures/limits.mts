// How long a run takes under Cin7's limits (3 calls a second, 60 a minute, 5,000 a day), in simulated time: the client's own
// limiter and the stand-in's own check of the limits share a clock that moves when somebody waits for an answer or a turn.
import type { Figure } from '../figures.mts';
import { rounded } from '../figures.mts';
import { runUnderLimits } from './underLimits.mts';

const payments = 10_000;

export async function measure(): Promise<Figure[]> {
	const alone = await runUnderLimits({ payments, othersPerMinute: 0 });
	const shared = await runUnderLimits({ payments: 20_000, othersPerMinute: 20 });
	const everybody = shared.calls + shared.others;
	return [
		{
			key: 'limits.time.10000',
			what: '10,000 payments under the limits: time, to calls / 60 per minute',
			value: rounded(alone.minutes / (alone.calls / 60)),
			unit: '×',
			target: 1.1,
			note: `${alone.calls} calls in ${rounded(alone.minutes)} minutes, simulated`,
		},
		{
			key: 'limits.refused.alone',
			what: 'Calls refused (429) when alone with the key',
			value: alone.refused,
			unit: '',
			target: 0,
		},
		{
			key: 'limits.shared.used',
			what: 'Key shared with a system of 20 calls a minute: of the limit, used by both',
			value: rounded((100 * everybody) / (60 * shared.minutes)),
			unit: '%',
			note: `${shared.calls} calls of ours and ${shared.others} of the other in ${rounded(shared.minutes)} minutes`,
		},
		{
			key: 'limits.shared.refused',
			what: 'The same: calls refused, of all that were made',
			value: rounded((100 * (shared.refused + shared.othersRefused)) / everybody),
			unit: '%',
			target: 5,
			note: `${shared.refused} of ours, ${shared.othersRefused} of the other`,
		},
	];
}
