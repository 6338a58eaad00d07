/** The page that says why nothing was done. */
import { html } from './html';
import { document } from './shell';

export function refusalPage(message: string): string {
	return document({
		title: 'Nothing was done',
		notices: [{ kind: 'look', text: message }],
		content: html`<p class="actions" style="margin-top:16px">
			<a class="button" href="?">Back to the bots</a>
		</p>`,
	});
}
