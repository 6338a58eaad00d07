// What a download takes unless a test says otherwise: all orders of an account, with names and addresses.
import type { DownloadSettings } from '../../lib/amazon/download/settings';

export function everythingOf(accountKey: string): DownloadSettings {
	return {
		marketplaceIds: [],
		fulfilledBy: [],
		fulfillmentStatuses: [],
		personalData: true,
		maxPages: 10,
		overlapMinutes: 5,
		accountKey,
	};
}
