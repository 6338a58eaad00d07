/** What comes next after a download, for the person who looks at Progress. */
import type { AmazonFailure } from '../api/errors';
import type { Progress } from './progress';

type Facts = Pick<Progress, 'state' | 'pages' | 'orders' | 'updatedAfter' | 'waitSeconds'> & {
	/** Whether there is a place to go on at. */
	hasToken: boolean;
};

/** One or two sentences. */
export function nextStepOf(
	{ state, pages, orders, updatedAfter, waitSeconds, hasToken }: Facts,
	stoppedBy: AmazonFailure | null,
): string {
	const got = orders === 1 ? '1 order' : `${orders} orders`;
	if (stoppedBy && pages === 0) {
		return `Nothing came. The next execution starts where this one did, from ${waitSeconds} seconds on.`;
	}
	if (state === 'complete') {
		return pages === 0
			? `Nothing was asked of Amazon, because orders show up there some minutes late. The next download starts at ${updatedAfter}.`
			: `All caught up with ${got}. The next download starts at ${updatedAfter}. Run it every 5 minutes at the most: Amazon allows about 20 searches an hour.`;
	}
	if (stoppedBy?.kind === 'limit') {
		return `${got} so far. Amazon’s calls are used up for now; the next execution goes on where this one stopped, from ${waitSeconds} seconds on.`;
	}
	if (!hasToken) return `${got} so far. The next execution starts again at ${updatedAfter}.`;
	if (stoppedBy) return `${got} so far. The next execution begins with the page that did not come.`;
	return `${got} so far, and there are more. The next execution goes on where this one stopped.`;
}
