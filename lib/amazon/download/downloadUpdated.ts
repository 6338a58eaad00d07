/**
 * Download Updated Orders: pages of one frozen window, as many as this execution may take.
 *
 * A failure before the first page is thrown. A failure after it is not: the pages got so far are given out, and Progress
 * stands at the page that failed. Nothing is lost by that, because Progress is kept only after all orders given out were
 * saved, and never points past a page that was not given out; and one page that Amazon cannot serve does not
 * keep the others back. The next execution begins with that page, so a failure that stays is thrown then.
 *
 * An order in a form that Amazon does not document keeps nothing back either: it is given out with its id and what did not
 * fit, and named in Progress.
 */
import { instantOf } from '../../time/instant';
import type { AmazonClient } from '../api/client';
import { AmazonFailure } from '../api/errors';
import type { AmazonOrder, OrdersPage } from '../api/records';
import { nextStepOf } from './nextStep';
import type { Progress } from './progress';
import { afterRefusal, tokenKept } from './refusedStart';
import { searchParameters, settingsMark, type DownloadSettings } from './settings';
import type { Start } from './start';
import { unreadableText } from './unreadableText';
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
		try {
			const page = await run.nextPage();
			if (run.take(page)) return run.complete(page);
		} catch (failure) {
			return run.stopped(failure, evenIfNothing);
		}
	}
	return run.more();
}

class Run {
	pages = 0;
	private readonly orders: AmazonOrder[] = [];
	/** Orders of which not even the id can be read. */
	private nameless = 0;
	private readonly tokens = new Set<string>();
	private isTokenKept = false;
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

	/**
	 * The page at the token, or that of another start where Amazon refuses this one. Within one execution tokens are minutes
	 * old, so there it is not the token.
	 */
	async nextPage(): Promise<OrdersPage> {
		return await this.search().catch(async (failure: unknown) => {
			const after = this.pages === 0 ? afterRefusal(this.start, failure, this.now()) : null;
			this.isTokenKept = after === 'keep';
			if (after === null || after === 'keep') throw failure;
			const before = this.start;
			this.start = after;
			return await this.search().catch((again: unknown) => {
				this.start = before;
				throw again;
			});
		});
	}

	/**
	 * @returns whether it was the last page
	 * @throws AmazonFailure for a token that leads back to a page that came already; the window then has to start again
	 */
	take({ orders, nameless, nextToken }: OrdersPage): boolean {
		this.pages += 1;
		for (const order of orders) this.orders.push(order);
		this.nameless += nameless;
		this.tokens.add(this.start.token);
		const isSame = nextToken !== '' && this.tokens.has(nextToken);
		const token = isSame ? '' : nextToken;
		this.start = { ...this.start, token, tokenTime: this.now(), tokenRefusals: 0 };
		if (isSame) throw new AmazonFailure('unreadable', samePage, { description: samePageAdvice });
		return nextToken === '';
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
		if (this.isTokenKept) this.start = { ...this.start, tokenRefusals: 1, message: tokenKept };
		else if (this.pages === 0 && !evenIfNothing) throw failure;
		const until = failure.retryAt === undefined ? 60_000 : failure.retryAt - this.now();
		return this.result(
			{
				state: this.pages === 0 && this.start.token === '' ? 'complete' : 'more',
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

	private result(
		end: Pick<Progress, 'state' | 'waitSeconds'> & { updatedAfter?: string },
		stoppedBy: AmazonFailure | null = null,
	): Download {
		const { after, before, token, tokenTime, tokenRefusals, message } = this.start;
		const { state, waitSeconds, updatedAfter = instantText(after) } = end;
		const hasToken = state === 'more' && token !== '';
		const orders = this.orders.length;
		const facts = { state, pages: this.pages, orders, updatedAfter, waitSeconds };
		const texts = [
			message,
			stoppedBy ? stopText(stoppedBy) : '',
			unreadableText(this.orders, this.nameless),
		].filter((text) => text !== '');
		return {
			orders: this.orders,
			progress: {
				state,
				updatedAfter,
				window: { after: instantText(after), before: instantText(Math.max(after, before)) },
				token: hasToken ? token : '',
				tokenTime: hasToken ? instantText(tokenTime) : '',
				tokenRefusals: hasToken ? tokenRefusals : 0,
				settings: settingsMark(this.settings),
				pages: this.pages,
				orders,
				waitSeconds,
				nextStep: nextStepOf({ ...facts, hasToken }, stoppedBy),
				message: texts.join(' '),
			},
			stoppedBy,
		};
	}
}

function stopText({ message, description, kind }: AmazonFailure): string {
	return kind === 'limit' ? '' : `${message}. ${description}`;
}

const samePage = 'Amazon gave the same page token twice';
const samePageAdvice =
	'It would never end so, and the next execution starts the window again. Nothing is lost: orders that were saved already are recognised by their Amazon order ID.';
