// A seller's Amazon account in memory with the client on it, as executions of a workflow use it: each starts at the row
// that the last good one left.
import { AccessTokens } from '../../lib/amazon/api/accessTokens';
import { accountKey, type SellerAccount } from '../../lib/amazon/api/account';
import { createAmazonClient } from '../../lib/amazon/api/client';
import type { Transport } from '../../lib/amazon/api/transport';
import { downloadUpdated, type Download } from '../../lib/amazon/download/downloadUpdated';
import { readProgress, type Progress } from '../../lib/amazon/download/progress';
import { settingsMark, type DownloadSettings } from '../../lib/amazon/download/settings';
import { startAt, startFrom } from '../../lib/amazon/download/start';
import { createAmazon, type AmazonOptions } from '../../sandbox/amazon/amazon.mts';
import { exampleApp } from '../../sandbox/amazon/apps.mts';
import { virtualTime } from '../../sandbox/cin7/time.mts';
import { everythingOf } from './everythingOf.mts';

const origin = 'https://amazon.example';

export type Seller = ReturnType<typeof seller>;

/**
 * @param now milliseconds; the account's clock, which only moves when it is told to
 * @param updatedAfter milliseconds; where the first download starts
 */
export function seller(
	options: AmazonOptions,
	now: number,
	updatedAfter: number,
	changes: Partial<DownloadSettings> = {},
) {
	const time = virtualTime(now);
	const amazon = createAmazon({ clock: time, scheduler: time, ...options });
	const { clientId, clientSecret, refreshToken } = exampleApp;
	const account: SellerAccount = {
		clientId,
		clientSecret,
		refreshToken,
		endpoints: { spApi: origin, lwa: `${origin}/auth/o2/token` },
	};
	const transport: Transport = async ({ method, url, headers, form = '' }) => {
		const { pathname, search } = new URL(url);
		const answer = await amazon.handle({
			method,
			path: pathname,
			query: search.slice(1),
			headers: lowerCase(headers),
			body: form,
		});
		if (answer.status === 0) return { noAnswer: 'ETIMEDOUT' };
		if (answer.transport === 'brokenOff') return { noAnswer: 'ECONNRESET' };
		return { ...answer, headers: lowerCase(answer.headers) };
	};
	const tokens = new AccessTokens();
	const clock = { now: () => time.now(), sleep: (ms: number) => time.after(ms) };
	const client = createAmazonClient({ account, tokens, transport, ...clock, random: () => 0.5 });
	const settings = { ...everythingOf(accountKey(account)), ...changes };
	let row = '{}';
	return {
		amazon,
		time,
		/** What the row holds. */
		row: () => row,
		/** One execution; the row is left as it was. */
		async download(): Promise<Download> {
			const read = readProgress(row);
			const start =
				read === null
					? startAt(updatedAfter, time.now())
					: startFrom(read, settingsMark(settings), time.now());
			return await time.settle(downloadUpdated(client, settings, start, time.now));
		},
		/** What the last node does once every order is saved. */
		keep(progress: Progress): void {
			row = JSON.stringify(progress);
		},
		/** Calls of an operation that were not refused. */
		answered: (name: string) =>
			amazon.log.list().filter(({ resource, status }) => resource === name && status === 200)
				.length,
	};
}

function lowerCase(headers: object): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
}
