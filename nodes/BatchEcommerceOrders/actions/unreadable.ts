import type { LoggedDocument } from '../../../lib/batching/log';

/** What to do about a batch whose list of members somebody wrote over. */
export function unreadableSentence({ order }: LoggedDocument): string {
	return `${order.reference} is not void, but the list of its members in its internal comments cannot be read, so its payments are not protected by it. Make it void in Cin7, or restore its comments.`;
}
