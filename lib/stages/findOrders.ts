/**
 * Which of the orders are in Cin7 already, in as few calls as possible: by lists of order ids, or page by page through
 * what was created since the oldest of them, whichever is cheaper.
 */
import type { Cin7Client } from '../cin7/client';
import { longestQuery } from '../cin7/query';
import { compare, inList } from '../cin7/where';
import { instantOf } from '../time/instant';
import { needsAttention, type OrderIdPlace } from './settings';
import { stageOrders, type StageOrder } from './stageOrder';

export interface Wanted {
	/** The order's id in the channel, without prefix. */
	key: string;
	/** When the channel got it, milliseconds; null when not known. */
	createdAt: number | null;
}

export interface LookUp {
	place: OrderIdPlace;
	/** Only orders at Needs Attention matter, as nothing is created: they are few, so all of them may be read. */
	heldOnly: boolean;
	/** Now, milliseconds. */
	at: number;
}

/** Orders by `keyOf` their order id in the channel; several where Cin7 has several. */
export type Found = Map<string, StageOrder[]>;

/** Pages that a look-up by date may take before lists are the better choice. */
const mostPages = 7;
const fullPage = 250;

/** Channels and Cin7 do not share a clock. Milliseconds. */
const clockMargin = 3_600_000;
/** Where only the date finds an order, it may have been dated by another day than the channel's. */
const dayMargin = 48 * 3_600_000;
/** How far back such a look-up goes for orders that come in without a date. */
const withoutDate = 90 * 24 * 3_600_000;

/** Letter case and outer spaces do not tell orders apart, as in Cin7. */
export function keyOf(text: string): string {
	return text.trim().toLowerCase();
}

/**
 * Looks up orders. A reference that this overlooks cannot be created twice: Cin7 refuses it, and the caller looks again
 * with `findByList`.
 * @throws Cin7Failure
 */
export async function findOrders(
	client: Cin7Client,
	wanted: readonly Wanted[],
	lookUp: LookUp,
): Promise<Found> {
	if (wanted.length === 0) return new Map();
	const fields = lightFields(lookUp.place);
	const byCustomField = lookUp.place.in === 'customField';
	const lists = byCustomField ? [] : listConditions(wanted, lookUp.place);
	if (lookUp.heldOnly && lists.length !== 1) {
		const where = compare('stage', '=', needsAttention);
		return matched(await client.all(stageOrders, { where, fields }), wanted, lookUp.place);
	}
	if (byCustomField) {
		const since = sinceForCustomField(wanted, lookUp.at);
		const where = compare('createdDate', '>=', isoSeconds(since));
		return matched(await client.all(stageOrders, { where, fields }), wanted, lookUp.place);
	}
	const oldest = oldestOf(wanted);
	if (lookUp.place.in === 'reference' && oldest !== null && lists.length > 2) {
		const since = oldest - clockMargin;
		const found = await findSince(client, since, lists.length, lookUp.at, fields);
		if (found !== null) return matched(found, wanted, lookUp.place);
	}
	return await findByList(client, wanted, lookUp.place);
}

/**
 * Looks up orders one by one, by reference or customer order number; overlooks none.
 * @throws Cin7Failure
 */
export async function findByList(
	client: Cin7Client,
	wanted: readonly Wanted[],
	place: OrderIdPlace,
): Promise<Found> {
	const found: StageOrder[] = [];
	const fields = lightFields(place);
	for (const where of listConditions(wanted, place)) {
		found.push(...(await client.all(stageOrders, { where, fields })));
	}
	return matched(found, wanted, place);
}

/** All orders created since then; null once it shows that lists would take fewer calls. */
async function findSince(
	client: Cin7Client,
	since: number,
	lists: number,
	at: number,
	fields: readonly string[],
): Promise<StageOrder[] | null> {
	const found: StageOrder[] = [];
	const most = Math.min(mostPages, lists - 2);
	const where = compare('createdDate', '>=', isoSeconds(since));
	let read = 0;
	for await (const page of client.pages(stageOrders, { where, fields })) {
		found.push(...page);
		read += 1;
		if (page.length < fullPage) break;
		if (read >= most || pagesByTime(found, since, at) > most) return null;
		if (read === 1 && (await pagesById(client, where, page)) > most) return null;
	}
	return found;
}

/** How many pages there will be, if orders were created evenly over the time. */
function pagesByTime(found: readonly StageOrder[], since: number, at: number): number {
	const latest = found
		.map(({ createdDate }) => instantOf(createdDate ?? '') ?? since)
		.reduce((a, b) => Math.max(a, b), since);
	return ((found.length / fullPage) * Math.max(1, at - since)) / Math.max(1, latest - since);
}

/** How many there will be, if the first page's ids are as dense as all: ids need not follow creation dates. */
async function pagesById(
	client: Cin7Client,
	where: string,
	page: readonly StageOrder[],
): Promise<number> {
	const newest = { where, order: 'id DESC', fields: ['id'], rows: 1 };
	const [last] = await client.first(stageOrders, newest);
	const first = page[0].id;
	const span = page[page.length - 1].id - first + 1;
	return ((last?.id ?? first) - first + 1) / span;
}

function listConditions(wanted: readonly Wanted[], { in: place, prefix }: OrderIdPlace): string[] {
	const field = place === 'customerOrderNo' ? 'customerOrderNo' : 'reference';
	const beside = `fields=${lightFields({ in: place }).join(',')}&where=()&order=id%20ASC&rows=250`;
	const nextPage = '%20AND%20id%3E2147483647'.length;
	const room = longestQuery - beside.length - nextPage - 10;
	return inList(
		field,
		wanted.map(({ key }) => `${prefix}${key}`),
		room,
	);
}

function lightFields({ in: place }: Pick<OrderIdPlace, 'in'>): string[] {
	const own = place === 'reference' ? [] : place === 'customField' ? ['customFields'] : [place];
	return ['id', 'reference', 'status', 'isVoid', 'createdDate', ...own];
}

/** The order ids that orders carry, matched with those wanted. */
function matched(
	orders: readonly StageOrder[],
	wanted: readonly Wanted[],
	place: OrderIdPlace,
): Found {
	const keys = new Map(wanted.map(({ key }) => [keyOf(`${place.prefix}${key}`), keyOf(key)]));
	const found: Found = new Map();
	for (const order of orders) {
		const carried =
			place.in === 'customField' ? order.customFields[place.customField] : order[place.in];
		const key = keys.get(keyOf(carried ?? ''));
		if (key !== undefined) found.set(key, [...(found.get(key) ?? []), order]);
	}
	return found;
}

/** From the oldest of those with a date on; and so far back for those without one, which are then not created. */
function sinceForCustomField(wanted: readonly Wanted[], at: number): number {
	return Math.min(
		...wanted.map(({ createdAt }) =>
			createdAt === null ? at - withoutDate : createdAt - dayMargin,
		),
	);
}

function oldestOf(wanted: readonly Wanted[]): number | null {
	let oldest: number | null = null;
	for (const { createdAt } of wanted) {
		if (createdAt === null) return null;
		oldest = oldest === null ? createdAt : Math.min(oldest, createdAt);
	}
	return oldest;
}

/** ISO 8601 in UTC without fractions, as Cin7's `where` takes it. */
export function isoSeconds(at: number): string {
	return new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
