/** Access tokens of this process, one an account, kept for as long as they are good. */
import type { AccessToken } from './login';

interface Kept {
	token: Promise<AccessToken>;
	/** Milliseconds; unknown while it is still asked for. */
	until: number;
}

/** Tokens are given up this long before they end, so that none ends under way. */
const margin = 60_000;
const mostKept = 200;

export class AccessTokens {
	private readonly kept = new Map<string, Kept>();

	/**
	 * The account's token, asked for when there is none that is good for another minute. Callers at the same time share
	 * one request; one that was refused is not kept.
	 * @param key see accountKey
	 */
	async get(key: string, now: () => number, ask: () => Promise<AccessToken>): Promise<string> {
		const known = this.kept.get(key);
		if (known && known.until > now()) return (await known.token).token;
		const asked: Kept = { token: ask(), until: Infinity };
		if (this.kept.size >= mostKept) this.kept.clear();
		this.kept.set(key, asked);
		asked.token.then(
			({ lifetime }) => (asked.until = now() + Math.max(0, lifetime * 1000 - margin)),
			() => this.kept.get(key) === asked && this.kept.delete(key),
		);
		return (await asked.token).token;
	}

	/** Forgets a token that Amazon no longer takes, unless another has taken its place already. */
	async drop(key: string, token: string): Promise<void> {
		const known = this.kept.get(key);
		if (!known || (await known.token).token !== token) return;
		if (this.kept.get(key) === known) this.kept.delete(key);
	}
}

/** All credentials of this process: the key tells them apart. */
export const sharedAccessTokens = new AccessTokens();
