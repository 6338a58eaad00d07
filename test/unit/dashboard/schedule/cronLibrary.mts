// The cron library that n8n itself uses, with a clock that a test can set.
import { createRequire } from 'node:module';
import { Settings } from 'luxon';

interface CronTime {
	sendAt(): { toMillis(): number };
	second: object;
	minute: object;
	hour: object;
	dayOfMonth: object;
	month: object;
	dayOfWeek: object;
}

/** n8n's copy: the one that n8n-core depends on. */
const load = createRequire(createRequire(__filename).resolve('n8n-core'));
const { CronTime: Library } = load('cron') as {
	CronTime: new (expression: string, zone?: string) => CronTime;
};

/** @throws what the library throws at expressions that it does not know */
export function parsed(expression: string, zone = 'UTC'): CronTime {
	return new Library(expression, zone);
}

/** What the library waits for when it is asked at an instant; undefined when it finds nothing in eight years. */
export function libraryAfter(instant: number, expression: string, zone: string) {
	const now = Settings.now;
	Settings.now = () => instant;
	try {
		return parsed(expression, zone).sendAt().toMillis();
	} catch (thrown) {
		if (/No execution date was found/.test(String(thrown))) return undefined;
		throw thrown;
	} finally {
		Settings.now = now;
	}
}
