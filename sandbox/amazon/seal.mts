// Tokens that nobody outside can read or change: access tokens and pagination tokens. What they say is in them, so
// they outlive a restart.
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

export interface Seal {
	/** The same content gives the same token. */
	close(content: object): Buffer;
	/** Undefined for anything that this seal did not close. */
	open(token: Buffer): unknown;
}

const cipher = 'aes-256-gcm';

/** @param key 32 bytes in hexadecimal */
export function sealWith(key: string): Seal {
	const secret = Buffer.from(key, 'hex');
	return {
		close(content) {
			const text = JSON.stringify(content);
			const start = createHmac('sha256', secret).update(text).digest().subarray(0, 12);
			const closing = createCipheriv(cipher, secret, start);
			const closed = Buffer.concat([closing.update(text, 'utf8'), closing.final()]);
			return Buffer.concat([start, closing.getAuthTag(), closed]);
		},
		open(token) {
			if (token.length < 29) return undefined;
			try {
				const opening = createDecipheriv(cipher, secret, token.subarray(0, 12));
				opening.setAuthTag(token.subarray(12, 28));
				const text = Buffer.concat([opening.update(token.subarray(28)), opening.final()]);
				return JSON.parse(text.toString('utf8')) as unknown;
			} catch {
				return undefined;
			}
		},
	};
}
