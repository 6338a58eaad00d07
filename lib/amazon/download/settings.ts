/** What a download is of, apart from its window. */
import { createHash } from 'node:crypto';
import { includedDataFor } from '../api/includedData';

export interface DownloadSettings {
	/** Empty for all that the seller has in the region. */
	marketplaceIds: string[];
	/** MERCHANT, AMAZON; empty for both. */
	fulfilledBy: string[];
	/** Amazon's fulfillment statuses; empty for all. */
	fulfillmentStatuses: string[];
	/** Whether names, addresses and e-mail addresses are asked for. */
	personalData: boolean;
	/** Pages of 100 orders that one execution takes. */
	maxPages: number;
	/** Minutes by which the next window starts before the end of this one. */
	overlapMinutes: number;
	/** Of the credential, see accountKey: a token is good for one seller only. */
	accountKey: string;
}

/** The parameters that must stay the same from page to page, in a fixed order. */
export function searchParameters(settings: DownloadSettings) {
	return {
		marketplaceIds: sorted(settings.marketplaceIds),
		fulfilledBy: sorted(settings.fulfilledBy),
		fulfillmentStatuses: sorted(settings.fulfillmentStatuses),
		includedData: includedDataFor(settings.personalData),
	};
}

/** Sixteen hexadecimal digits that change with any of those parameters and with the account. Tells nothing of either. */
export function settingsMark(settings: DownloadSettings): string {
	return createHash('sha256')
		.update(JSON.stringify([settings.accountKey, searchParameters(settings)]))
		.digest('hex')
		.slice(0, 16);
}

function sorted(values: readonly string[]): string[] {
	return [...new Set(values)].sort();
}
