/**
 * Download Updated Orders: pages of one frozen window, as many as this execution may take.
 *
 * A failure before the first page is thrown. A failure after it is not: the pages got so far are given out, and Progress
 * stands at the page that failed. Nothing is lost by that, because Progress is kept only after all orders given out were
 * saved, and never points past a page that was not given out; and one page that Amazon cannot serve does not
 * keep the others back. The next execution begins with that page, so a failure that stays is thrown then.
 */
import { instantOf } from '../../time/instant';
import type { AmazonClient } from '../api/client';
import { AmazonFailure } from '../api/errors';
import type { AmazonOrder, OrdersPage } from '../api/records';
import { nextStepOf } from './nextStep';
import type { Progress } from './progress';
import { searchParameters, settingsMark, type DownloadSettings } from './settings';
import { startAt, type Start } from './start';
import { instantText, nextStart, pollingFloorSeconds } from './window';

export interface Download {
	orders: AmazonOrder[];
	progress: Progress;
	/** What stopped the download after its first page; null when nothing did. */
	stoppedBy: AmazonFailure | null;
}

/**
 * Downloads from `start` on.
 * @param now milliseconds
 * @param evenIfNothing gives out a Progress that stands still rather than throw when not one page was obtained
 * @throws AmazonFailure when not one page was obtained, or when the person stopped the execution
 */
export async function downloadUpdated(
	client: AmazonClient,
	settings: DownloadSettings,
	start: Start,
	now: () => number,
	evenIfNothing = false,
): Promise<Download> {
	const run = new Run(client, settings, start, now);
	// Everything up to the earliest possible end was downloaded a moment ago: there is nothing to ask for yet.
	if (start.token === '' && start.before <= start.after) return run.tooEarly();
	while (run.pages < settings.maxPages) {
		let page: OrdersPage;
		try {
			page = await run.nextPage();
		} catch (failure) {
			return run.stopped(failure, evenIfNothing);
		}
		if (run.take(page)) return run.complete(page);
	}
	return run.more();
}

class Run {
	pages = 0;
	private readonly orders: AmazonOrder[] = [];
	private readonly client: AmazonClient;
	private readonly settings: DownloadSettings;
	private readonly now: () => number;
	private start: Start;

	constructor(client: AmazonClient, settings: DownloadSettings, start: Start, now: () => number) {
		this.client = client;
		this.settings = settings;
		this.start = start;
		this.now = now;
	}

	/** The page at the token. A token from an earlier execution that Amazon refuses gives the first page instead. */
	async nextPage(): Promise<OrdersPage> {
		return await this.search().catch(async (failure: unknown) => {
			if (!this.isRefusedResume(failure)) throw failure;
			this.start = startAt(this.start.after, this.now(), refusedToken(this.start.after));
			return await this.search();
		});
	}

	/** @returns whether it was the last page */
	take(page: OrdersPage): boolean {
		this.pages += 1;
		for (const order of page.orders) this.orders.push(order);
		const isSame = page.nextToken !== '' && page.nextToken === this.start.token;
		if (isSame) throw new AmazonFailure('unreadable', samePage, { description: samePageAdvice });
		this.start = { ...this.start, token: page.nextToken, tokenTime: this.now() };
		return page.nextToken === '';
	}

	tooEarly(): Download {
		return this.result({ state: 'complete', waitSeconds: pollingFloorSeconds });
	}

	complete({ lastUpdatedBefore }: OrdersPage): Download {
		const { before } = this.start;
		const next = nextStart(before, instantOf(lastUpdatedBefore), this.settings.overlapMinutes);
		return this.result({
			state: 'complete',
			updatedAfter: instantText(next),
			waitSeconds: pollingFloorSeconds,
		});
	}

	more(): Download {
		return this.result({ state: 'more', waitSeconds: 0 });
	}

	/** @throws what stopped it, when nothing was obtained */
	stopped(failure: unknown, evenIfNothing: boolean): Download {
		if (!(failure instanceof AmazonFailure) || failure.kind === 'cancelled') throw failure;
		if (this.pages === 0 && !evenIfNothing) throw failure;
		const until = failure.retryAt === undefined ? 60_000 : failure.retryAt - this.now();
		return this.result(
			{
				state: this.start.token === '' ? 'complete' : 'more',
				waitSeconds: Math.max(0, Math.ceil(until / 1000)),
			},
			failure,
		);
	}

	private async search(): Promise<OrdersPage> {
		const { after, before, token } = this.start;
		return await this.client.searchOrders({
			lastUpdatedAfter: instantText(after),
			lastUpdatedBefore: instantText(before),
			...searchParameters(this.settings),
			paginationToken: token,
		});
	}

	/**
	 * A 400 may also be an outage of Amazon's own; then the first page is refused as well, and that is thrown. Within one
	 * execution tokens are minutes old, so there it is not the token.
	 */
	private isRefusedResume(failure: unknown): boolean {
		return (
			failure instanceof AmazonFailure &&
			failure.kind === 'refused' &&
			failure.status === 400 &&
			this.pages === 0 &&
			this.start.token !== ''
		);
	}

	private result(
		end: Pick<Progress, 'state' | 'waitSeconds'> & { updatedAfter?: string },
		stoppedBy: AmazonFailure | null = null,
	): Download {
		const { after, before, token, tokenTime, message } = this.start;
		const { state, waitSeconds, updatedAfter = instantText(after) } = end;
		const isMore = state === 'more';
		const orders = this.orders.length;
		const facts = { state, pages: this.pages, orders, updatedAfter, waitSeconds };
		const texts = [message, stoppedBy ? stopText(stoppedBy) : ''].filter((text) => text !== '');
		return {
			orders: this.orders,
			progress: {
				state,
				updatedAfter,
				window: { after: instantText(after), before: instantText(Math.max(after, before)) },
				token: isMore ? token : '',
				tokenTime: isMore ? instantText(tokenTime) : '',
				settings: settingsMark(this.settings),
				pages: this.pages,
				orders,
				waitSeconds,
				nextStep: nextStepOf(facts, stoppedBy),
				message: texts.join(' '),
			},
			stoppedBy,
		};
	}
}

function refusedToken(after: number): string {
	return `Amazon no longer knows the place where the last download stopped, so it starts again from ${instantText(after)}. Orders that were saved already are recognised by their Amazon order ID.`;
}

function stopText({ message, description, kind }: AmazonFailure): string {
	return kind === 'limit' ? '' : `${message}. ${description}`;
}

const samePage = 'Amazon gave the same page token twice';
const samePageAdvice =
	'The download would never end, so it was given up. Nothing is lost: run again later.';
