// The mailbox: every message, its HTML in a frame that can run nothing and load nothing.
import type { Mailbox } from '../mail/mailbox.mts';
import { html } from './html.mts';
import type { Html } from './html.mts';
import { when } from './layout.mts';

export function mailList(mailbox: Mailbox): Html {
	const mail = mailbox.list().reverse();
	if (mail.length === 0) return html`<p class="soft">No mail has been sent yet.</p>`;
	return html`${mail.map(
		(message) =>
			html`<article>
				<h2>${message.subject || '(no subject)'}</h2>
				<p class="soft">${when(message.at)} · from ${message.from} to ${message.to.join(', ')}</p>
				${message.text && html`<pre>${message.text}</pre>`}
				${message.html &&
				html`<iframe sandbox="" srcdoc="${message.html}" title="The message as HTML"></iframe>`}
				${message.attachments.length > 0 &&
				html`<p class="soft">
					Attached: ${message.attachments.map((one) => `${one.filename} (${one.size} bytes) `)}
				</p>`}
			</article>`,
	)}`;
}
