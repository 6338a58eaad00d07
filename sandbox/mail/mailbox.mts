// The mail that was sent: parsed, and kept with the account.
import PostalMime from 'postal-mime';
import type { Store } from '../cin7/store/store.mts';

export interface Mail {
	/** When it arrived, by the account's clock. */
	at: string;
	from: string;
	to: string[];
	subject: string;
	text: string;
	html: string;
	attachments: { filename: string; mimeType: string; size: number }[];
}

export interface Mailbox {
	/** Keeps a message as it came over the wire. `to` are the recipients of the envelope. */
	receive(raw: Buffer, to: string[]): Promise<void>;
	/** Oldest first. */
	list(): Mail[];
}

export function mailbox(store: Store, now: () => string): Mailbox {
	return {
		async receive(raw, to) {
			const message = await PostalMime.parse(raw);
			const mail: Mail = {
				at: now(),
				from: message.from?.address ?? '',
				to,
				subject: message.subject ?? '',
				text: message.text ?? '',
				html: message.html ?? '',
				attachments: message.attachments.map(({ filename, mimeType, content }) => ({
					filename: filename ?? '',
					mimeType,
					size: typeof content === 'string' ? content.length : content.byteLength,
				})),
			};
			store.addMail(JSON.stringify(mail));
		},
		list: () => store.mail().map((message) => JSON.parse(message) as Mail),
	};
}
