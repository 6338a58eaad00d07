// The command line of the sandbox.
import { parseArgs } from 'node:util';

export interface Arguments {
	scenario?: string;
	now?: string;
	port: number;
	limits: 'real' | 'off';
	state?: string;
	seed: number;
}

export const usage = `npm run sandbox -- [options]

  --scenario FILE     what is in the accounts (default: generated ones)
  --now ISO           the account's date and time at the start, such as 2026-06-02T01:30:00Z
  --port N            port of the Cin7 API; the others follow (default: free ports)
  --limits real|off   Cin7's 3 calls a second, 60 a minute, 5,000 a day and Amazon's rate plans,
                      or none (default: off)
  --state FILE        SQLite file that keeps the account; resumed when it exists
  --seed N            decides the generated scenario, latencies and chances (default: 1)`;

/** @throws Error that names the option that does not fit */
export function readArguments(given: string[]): Arguments {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		args: given,
		options: { scenario: text, now: text, port: text, limits: text, state: text, seed: text },
	});
	const whole = (name: 'port' | 'seed', otherwise: number, most: number): number => {
		const value = Number(values[name] ?? otherwise);
		if (Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
		throw new Error(`--${name} must be a whole number from 0 to ${most}, not "${values[name]}".`);
	};
	const { limits = 'off', now, scenario, state } = values;
	if (limits !== 'real' && limits !== 'off') {
		throw new Error(`--limits must be real or off, not "${limits}".`);
	}
	if (now !== undefined && (!/T.*(Z|[+-]\d\d:\d\d)$/i.test(now) || Number.isNaN(Date.parse(now)))) {
		throw new Error(`--now must be an instant such as 2026-06-02T01:30:00Z, not "${now}".`);
	}
	return {
		scenario,
		now,
		port: whole('port', 0, 65531),
		limits,
		state,
		seed: whole('seed', 1, 4294967295),
	};
}
