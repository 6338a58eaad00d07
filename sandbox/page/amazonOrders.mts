// Amazon's orders as the service holds them, with everything that it may withhold from an application: a list, and one.
import type { Amazon } from '../amazon/amazon.mts';
import type { Address, Money, Order } from '../amazon/order.mts';
import { html } from './html.mts';
import type { Html } from './html.mts';
import { details, minute, pager, table, tag, when } from './layout.mts';

const perPage = 100;

/** `query`: `page`. */
export function amazonOrderList(amazon: Amazon, query: Record<string, string>): Html {
	const at = Math.max(1, Math.trunc(Number(query.page)) || 1);
	const orders = amazon.store.list(perPage + 1, (at - 1) * perPage);
	const { roles, sellerId } = amazon.seller();
	return html`<p class="soft">
			Seller ${sellerId}. Roles of its application:
			${roles.join(', ') || 'none that are restricted'}. What an application may not see is shown
			here all the same.
		</p>
		${table(
			[
				'Order',
				'Marketplace',
				'Fulfilled by',
				'Status',
				'Buyer',
				'To',
				'#Items',
				'#Total',
				'Created',
				'Updated',
			],
			orders
				.slice(0, perPage)
				.map((order) => [
					html`<a href="/amazon/${order.orderId}">${order.orderId}</a>`,
					order.salesChannel.marketplaceName ?? '–',
					order.fulfillment?.fulfilledBy ?? '–',
					tag(order.fulfillment?.fulfillmentStatus),
					order.buyer?.buyerName ?? '–',
					[order.recipient?.deliveryAddress?.city, order.recipient?.deliveryAddress?.countryCode]
						.filter(Boolean)
						.join(', ') || '–',
					order.orderItems.length,
					amount(totalOf(order)),
					minute(order.createdTime),
					minute(order.lastUpdatedTime),
				]),
		)}
		${pager('/amazon', {}, at, orders.length > perPage)}
		<h2>By marketplace</h2>
		${table(
			['Marketplace', 'Fulfilled by', 'Status', '#Orders'],
			amazon.store
				.counts()
				.map(({ marketplaceId, fulfilledBy, status, count }) => [
					marketplaceId || '–',
					fulfilledBy || '–',
					tag(status),
					count,
				]),
		)}`;
}

/** One order, and the whole of it as JSON. */
export function amazonOrder(order: Order): Html {
	const address: Address = order.recipient?.deliveryAddress ?? {};
	return html`<p>
			${tag(order.fulfillment?.fulfillmentStatus)} ${tag(order.fulfillment?.fulfilledBy)}
		</p>
		${details([
			['Buyer', order.buyer?.buyerName],
			['E-mail', order.buyer?.buyerEmail],
			['Recipient', address.name],
			['Company', address.companyName],
			['Line 1', address.addressLine1],
			['Line 2', address.addressLine2],
			['Line 3', address.addressLine3],
			['City', address.city],
			['State', address.stateOrRegion],
			['Postcode', address.postalCode],
			['Country', address.countryCode],
			['Phone', address.phone],
			['Created', when(order.createdTime)],
			['Updated', when(order.lastUpdatedTime)],
			['Total', amount(totalOf(order))],
		])}
		<h2>Items</h2>
		${table(
			['SKU', '~Title', '#Quantity', '#Unit price', '#Total'],
			order.orderItems.map((item) => [
				item.product.sellerSku ?? '–',
				item.product.title ?? '–',
				item.quantityOrdered,
				amount(item.product.price?.unitPrice),
				amount((item.proceeds as { proceedsTotal?: Money } | undefined)?.proceedsTotal),
			]),
		)}
		<h2>As the service holds it</h2>
		<article><pre>${JSON.stringify(order, null, 2)}</pre></article>`;
}

function totalOf(order: Order): Money | undefined {
	return (order.proceeds as { grandTotal?: Money } | undefined)?.grandTotal;
}

function amount(money: Money | undefined): string {
	return money ? `${money.amount} ${money.currencyCode}` : '–';
}
