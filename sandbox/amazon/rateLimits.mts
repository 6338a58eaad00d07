// Amazon's rate plans: a token bucket per seller, application and operation, filled by the account's clock.
import type { OperationName, RatePlan } from './operations.mts';

interface Bucket {
	/** Calls that are left, with fractions. */
	left: number;
	/** Milliseconds since 1970 when that was so. */
	at: number;
}

export interface RateLimits {
	/** Takes a call from the bucket. False when it is empty; a refused call takes nothing. */
	admits(caller: string, operation: OperationName, plan: RatePlan, now: number): boolean;
	/** Fills all buckets. */
	clear(): void;
}

export function rateLimits(): RateLimits {
	const buckets = new Map<string, Bucket>();
	return {
		admits(caller, operation, { rate, burst }, now) {
			const name = `${operation} ${caller}`;
			const bucket = buckets.get(name) ?? { left: burst, at: now };
			// A clock that was set back gives nothing.
			const gained = (Math.max(0, now - bucket.at) / 1000) * rate;
			const left = Math.min(burst, bucket.left + gained);
			// A millionth of a call is what adding fractions of seconds may lose.
			const admitted = left >= 1 - 1e-6;
			buckets.set(name, { left: admitted ? left - 1 : left, at: now });
			return admitted;
		},
		clear: () => buckets.clear(),
	};
}
