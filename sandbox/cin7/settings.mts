// What can be set about the account and its service: what no document settles, and how it behaves.

export interface Settings {
	/** A POST with a reference that exists: that row fails, or the whole call with HTTP 400. */
	duplicateReference: 'row' | 'wholeCall';
	/** `total` of an order in a foreign currency: in the order's currency, or in the account's own. */
	foreignTotals: 'order' | 'home';
	/** Whether HTTP 429 says when to come back. */
	retryAfter: boolean;
	/** Whether `""` clears a date, as it clears a text. */
	emptyTextClearsDates: boolean;
	/** A draft that is given a dispatched date: it keeps it, loses it, or the row fails. */
	draftDispatch: 'accept' | 'ignore' | 'refuse';
	/** Fields the account does not honour in writes, per resource: dropped without a word. */
	ignoredFields: Record<string, string[]>;
	/** Longest text of a field where it differs from the documented one, such as internalComments. */
	longestText: Record<string, number>;
	/** What happens to a text that is too long. */
	tooLongText: 'refuse' | 'truncate';
	/** The account's own currency and tax, taken by an order that gives none. */
	account: { currencyCode: string; taxStatus: string; taxRate: number };
	/** Units of a currency for one of the account's own, when an order gives no rate. */
	dayRates: Record<string, number>;
	/** How long an answer takes, in milliseconds. */
	latency: { min: number; max: number };
	/** Where in that time the call reads or commits, from 0 (at once) to 1 (at the very end). */
	commitPoint: { min: number; max: number };
}

export const defaultSettings: Settings = {
	duplicateReference: 'row',
	foreignTotals: 'order',
	retryAfter: true,
	emptyTextClearsDates: true,
	draftDispatch: 'accept',
	ignoredFields: {},
	longestText: {},
	tooLongText: 'refuse',
	account: { currencyCode: 'AUD', taxStatus: 'Incl', taxRate: 10 },
	dayRates: { AUD: 0.92, NZD: 1.09, USD: 0.66, GBP: 0.51, EUR: 0.6, CAD: 0.9, JPY: 97 },
	latency: { min: 0, max: 0 },
	commitPoint: { min: 0, max: 1 },
};

const choices: Partial<Record<keyof Settings, unknown[]>> = {
	duplicateReference: ['row', 'wholeCall'],
	foreignTotals: ['order', 'home'],
	draftDispatch: ['accept', 'ignore', 'refuse'],
	tooLongText: ['refuse', 'truncate'],
};

/**
 * The settings with `changes` made: objects are merged key by key.
 * @throws Error that names the setting that does not exist or does not fit.
 */
export function changedSettings(settings: Settings, changes: Record<string, unknown>): Settings {
	const changed: Record<string, unknown> = { ...settings };
	for (const [name, value] of Object.entries(changes)) {
		if (!(name in defaultSettings)) {
			throw new Error(
				`There is no setting ${name}. Settings: ${Object.keys(settings).join(', ')}.`,
			);
		}
		const before = changed[name];
		const allowed = choices[name as keyof Settings];
		if (typeof value !== typeof before || value === null || allowed?.includes(value) === false) {
			const wanted = allowed?.join(' or ') ?? `a value like ${JSON.stringify(before)}`;
			throw new Error(`The setting ${name} must be ${wanted}.`);
		}
		changed[name] = typeof value === 'object' ? { ...(before as object), ...value } : value;
	}
	return changed as unknown as Settings;
}
