// The limits of the API per key: 3 calls a second, 60 a minute, 5,000 a day. As in the common .NET
// throttle whose message Cin7's resembles, a window starts with the first call in it, and a refused
// call counts in the window that refuses it only.

export interface Limits {
	perSecond: number;
	perMinute: number;
	perDay: number;
}

export const realLimits: Limits = { perSecond: 3, perMinute: 60, perDay: 5000 };

export interface Refusal {
	admitted: number;
	period: 'Second' | 'Minute' | 'Day';
	/** Whole seconds until the window ends, at least 1. */
	retryAfter: number;
}

interface Window {
	start: number;
	count: number;
}

const periods = [
	['Second', 'perSecond', 1000],
	['Minute', 'perMinute', 60_000],
	['Day', 'perDay', 86_400_000],
] as const;

/** Counts calls. `limits` undefined admits all. */
export function throttle(limits: Limits | undefined) {
	const windows = new Map<string, Window>();
	return {
		/** Counts a call of a key at `now` (milliseconds), and says when it is refused. */
		refuses(key: string, now: number): Refusal | undefined {
			if (limits === undefined) return undefined;
			for (const [period, limit, length] of periods) {
				const name = `${period} ${key}`;
				let window = windows.get(name);
				if (window === undefined || now >= window.start + length || now < window.start) {
					window = { start: now, count: 0 };
					windows.set(name, window);
				}
				window.count += 1;
				if (window.count > limits[limit]) {
					const left = Math.ceil((window.start + length - now) / 1000);
					return { admitted: limits[limit], period, retryAfter: Math.max(1, left) };
				}
			}
			return undefined;
		},
		clear: () => windows.clear(),
	};
}

export function refusalMessage({ admitted, period }: Omit<Refusal, 'retryAfter'>): string {
	return `API calls quota exceeded! maximum admitted ${admitted} per ${period}.`;
}
