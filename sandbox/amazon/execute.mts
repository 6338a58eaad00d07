// What the three operations answer to a call that is let in.
import { marketplacesOf, writeTime } from './account.mts';
import type { AmazonAccount } from './account.mts';
import { invalidInput, jsonAnswer, orderNotFound, paginationTokenInvalid } from './answers.mts';
import type { AmazonAnswer } from './answers.mts';
import type { App } from './apps.mts';
import type { Operation } from './operations.mts';
import type { DataSet, Order } from './order.mts';
import { pageStart, paginationToken } from './pagination.mts';
import { InputRefused, readIncludedData, readSearch, windowDelay } from './parameters.mts';
import { present } from './present.mts';
import { rolesOf, withhold } from './withhold.mts';

export interface Executed {
	answer: AmazonAnswer;
	/** Orders answered. */
	rows: number;
}

/** Never throws for what a caller sent. */
export function execute(
	account: AmazonAccount,
	app: App,
	operation: Operation,
	query: string,
): Executed {
	try {
		switch (operation.name) {
			case 'searchOrders':
				return searchOrders(account, app, query);
			case 'getOrder':
				return getOrder(account, app, operation.orderId ?? '', query);
			case 'getMarketplaceParticipations': {
				const { marketplaceParticipations } = account.seller;
				return { answer: jsonAnswer(200, { payload: marketplaceParticipations }), rows: 0 };
			}
		}
	} catch (refused) {
		if (!(refused instanceof InputRefused)) throw refused;
		return { answer: invalidInput(refused.message), rows: 0 };
	}
}

function searchOrders(account: AmazonAccount, app: App, query: string): Executed {
	const { settings, seal, seller, store } = account;
	const now = account.now();
	const asked = readSearch(query, now);
	const elsewhere = asked.marketplaceIds.find((id) => !marketplacesOf(seller).includes(id));
	if (elsewhere !== undefined) {
		throw new InputRefused(`marketplaceIds: the seller does not sell on ${elsewhere}.`);
	}
	const start =
		asked.paginationToken === undefined
			? { until: asked.until ?? now - windowDelay, sort: settings.resultOrder, after: undefined }
			: pageStart(seal, asked, seller.sellerId, now, settings.paginationBinds);
	if (start === undefined) return { answer: paginationTokenInvalid(), rows: 0 };
	const found = store.find({
		...asked,
		...start,
		asOf: now - settings.appearsAfter,
		limit: asked.pageSize + 1,
	});
	const page = found.slice(0, asked.pageSize);
	const last = page.at(-1);
	const more = found.length > page.length && last !== undefined;
	const after = last && { key: last.key, orderId: last.order.orderId };
	const answer = {
		orders: page.map(({ order }) => shown(account, app, order, asked.includedData)),
		...(more &&
			after && {
				pagination: {
					nextToken: paginationToken(seal, { ...start, after }, asked, seller.sellerId, now),
				},
			}),
		[asked.by === 'created' ? 'createdBefore' : 'lastUpdatedBefore']: writeTime(start.until),
	};
	return { answer: jsonAnswer(200, answer), rows: page.length };
}

function getOrder(account: AmazonAccount, app: App, orderId: string, query: string): Executed {
	const includedData = readIncludedData(query);
	if (!/^[A-Z0-9]{3}-\d{7}-\d{7}$/.test(orderId)) {
		throw new InputRefused('orderId must have the form 123-1234567-1234567.');
	}
	const order = account.store.get(orderId, account.now() - account.settings.appearsAfter);
	if (order === undefined) return { answer: orderNotFound(), rows: 0 };
	const answer = { order: shown(account, app, order, includedData) };
	return { answer: jsonAnswer(200, answer), rows: 1 };
}

/** An order as one application sees it. */
export function shown(
	account: AmazonAccount,
	app: App,
	order: Order,
	includedData: readonly DataSet[],
): Order {
	const roles = rolesOf(app.roles === 'account' ? account.seller.roles : []);
	return present(withhold(order, roles, account.settings, account.now()), includedData);
}
