// What people read of a schedule.
import { scheduleInWords } from '../../../../lib/dashboard/schedule/inWords';

const words = (...interval: object[]) => scheduleInWords({ rule: { interval } });
const at = (hour: number, minute: number) => ({ triggerAtHour: hour, triggerAtMinute: minute });

it.each<[object, string]>([
	[{ field: 'seconds' }, 'Every 30 seconds'],
	[{ field: 'seconds', secondsInterval: 1 }, 'Every second'],
	[{ field: 'minutes' }, 'Every 5 minutes'],
	[{ field: 'minutes', minutesInterval: 1 }, 'Every minute'],
	[{ field: 'hours' }, 'Every hour, on the hour'],
	[{ field: 'hours', hoursInterval: 6, triggerAtMinute: 15 }, 'Every 6 hours, 15 minutes past'],
	[{ field: 'hours', triggerAtMinute: 1 }, 'Every hour, 1 minute past'],
	[{}, 'Every day at 0:00'],
	[{ triggerAtHour: 6 }, 'Every day at 6:00'],
	[{ field: 'days', ...at(17, 5) }, 'Every day at 17:05'],
	[{ field: 'days', daysInterval: 3, triggerAtHour: 6 }, 'Every 3 days at 6:00'],
	[{ field: 'weeks' }, 'Every Sunday at 0:00'],
	[{ field: 'weeks', triggerAtDay: [4, 1], ...at(17, 30) }, 'Every Monday and Thursday at 17:30'],
	[
		{ field: 'weeks', triggerAtDay: [0, 1, 3], triggerAtHour: 9 },
		'Every Monday, Wednesday and Sunday at 9:00',
	],
	[{ field: 'weeks', weeksInterval: 2, triggerAtDay: [5] }, 'Every 2nd week on Friday at 0:00'],
	[{ field: 'weeks', triggerAtDay: [], triggerAtHour: 8 }, 'Every day at 8:00'],
	[{ field: 'weeks', weeksInterval: 3, triggerAtDay: [] }, 'Every 3rd week on every day at 0:00'],
	[{ field: 'weeks', triggerAtDay: [0, 1, 2, 3, 4, 5, 6] }, 'Every day at 0:00'],
	[{ field: 'months' }, 'On day 1 of every month at 0:00'],
	[{ field: 'months', monthsInterval: 3 }, 'On day 1 of every 3rd month at 0:00'],
	[{ field: 'months', monthsInterval: 12 }, 'On day 1 of every 12th month at 0:00'],
	[
		{ field: 'months', triggerAtDayOfMonth: 31, ...at(23, 59) },
		'On day 31 (where there is one) of every month at 23:59',
	],
	[{ field: 'cronExpression', expression: '0 0 9 * * 1-5' }, 'Cron 0 0 9 * * 1-5'],
	[{ field: 'cronExpression' }, 'Cron (empty)'],
	[{ field: 'days', triggerAtHour: null }, 'Every day at an hour that n8n chooses'],
	[
		{ field: 'days', triggerAtHour: 7, triggerAtMinute: null },
		'Every day at a minute that n8n chooses after 7:00',
	],
	[{ field: 'hours', triggerAtMinute: null }, 'Every hour, at a minute that n8n chooses'],
	[
		{ field: 'days', triggerAtHour: '={{ 6 }}' },
		'By a rule that cannot be read here: its Trigger at Hour is an expression',
	],
])('%j', (rule, sentence) => expect(words(rule)).toEqual([sentence]));

it('ends ordinals as people do', () => {
	const every = (monthsInterval: number) => words({ field: 'months', monthsInterval })[0];
	const endings = [2, 3, 4, 11, 12, 13, 21, 22, 23, 24].map(
		(n) => /every (\w+)/.exec(every(n))?.[1],
	);
	expect(endings).toEqual('2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 24th'.split(' '));
});

it('gives a line for each rule, and none without rules', () => {
	expect(words({ triggerAtHour: 6 }, { field: 'hours' })).toEqual([
		'Every day at 6:00',
		'Every hour, on the hour',
	]);
	expect(words()).toEqual([]);
});

it('takes a trigger as it comes from the panel, untouched or emptied', () => {
	expect(scheduleInWords({})).toEqual(['Every day at 0:00']);
	expect(scheduleInWords({ rule: {} })).toEqual(['Every day at an hour that n8n chooses']);
	expect(scheduleInWords({ rule: '={{ $json.rule }}' })).toEqual([
		'By a rule that cannot be read here: its rules are an expression',
	]);
});
