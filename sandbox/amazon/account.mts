// The seller's account: who it is, where it sells, what the applications may see, and its orders.
import type { AmazonRows, AnyField } from '../scenario/scenario.mts';
import type { App } from './apps.mts';
import type { Seal } from './seal.mts';
import type { AmazonSettings } from './settings.mts';
import type { OrderStore } from './store.mts';

export interface Seller {
	sellerId: string;
	roles: string[];
	marketplaceParticipations: AnyField[];
}

export interface AmazonAccount {
	readonly store: OrderStore;
	readonly seal: Seal;
	apps: App[];
	seller: Seller;
	settings: AmazonSettings;
	/** The account's clock, in milliseconds since 1970. */
	now(): number;
}

/** A seller who sells nothing anywhere. */
export const nobody: AmazonRows = {
	sellerId: 'A0EXAMPLESELLER',
	roles: [],
	marketplaceParticipations: [],
	orders: [],
};

/** Ids of the marketplaces in which the seller takes part. */
export function marketplacesOf(seller: Seller): string[] {
	return seller.marketplaceParticipations.map((one) =>
		String((one.marketplace as AnyField | undefined)?.id),
	);
}

/** A time as Orders v2026-01-01 writes it: UTC, with milliseconds. */
export function writeTime(ms: number): string {
	return new Date(ms).toISOString();
}
