/** Get Orders by ID: each order once, however many input items name it. */
import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { isOrderId, ordersById, type OrdersById } from '../../../lib/amazon/download/ordersById';
import { unreadableText } from '../../../lib/amazon/download/unreadableText';
import { amazonClientFor } from '../../shared/amazon/client';
import { nodeErrorFrom } from '../../shared/errors';
import { orderItem, progressItem, showHint } from '../outputs';
import { orderIdsIn, orderOptions } from '../parameters';

export async function getByIdAction(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		const options = orderOptions(this);
		const items = itemsById(this);
		const { client } = await amazonClientFor(this);
		const found = await ordersById(
			client,
			[...items.keys()],
			options.personalData,
			Date.now,
			this.continueOnFail(),
		);
		if (found.notFound.length === items.size && !this.continueOnFail()) {
			throw nothingFound(this, found.notFound);
		}
		const progress = progressOf(found);
		showHint(this, progress.message);
		return [
			found.orders.map((order) =>
				orderItem(
					order,
					options,
					(items.get(order.orderId) ?? [0]).map((item) => ({ item })),
				),
			),
			[progressItem(progress)],
		];
	} catch (failure) {
		throw nodeErrorFrom(failure, this.getNode());
	}
}

/** The ids asked for, each with the input items that name it. The only parameter that is read for every item. */
function itemsById(context: IExecuteFunctions): Map<string, number[]> {
	const items = new Map<string, number[]>();
	for (let index = 0; index < context.getInputData().length; index++) {
		for (const id of orderIdsIn(context.getNodeParameter('orderIds', index, ''))) {
			if (!isOrderId(id)) throw notAnId(context, id, index);
			const named = items.get(id) ?? [];
			if (!named.includes(index)) named.push(index);
			items.set(id, named);
		}
	}
	if (items.size > 0) return items;
	throw new NodeOperationError(context.getNode(), 'Order IDs is empty', {
		description: 'Give at least one Amazon order ID, such as 111-2222222-3333333.',
	});
}

/** Refusals that are told one by one; more are counted only. */
const mostTold = 10;

function progressOf({ orders, notFound, refused, remaining, stoppedBy }: OrdersById) {
	const texts = [
		notFound.length > 0
			? `Amazon has no order ${notFound.join(', ')} of this seller in this region.`
			: '',
		...refused.slice(0, mostTold).map(({ orderId, reason }) => `${orderId}: ${reason}.`),
		refused.length > 0 ? 'Look these orders up in Seller Central.' : '',
		refused.length > mostTold ? `And ${refused.length - mostTold} more.` : '',
		stoppedBy ? `${stoppedBy.message}. ${stoppedBy.description}` : '',
		unreadableText(orders, 0),
	];
	return {
		state: remaining.length === 0 ? 'complete' : 'more',
		orders: orders.length,
		notFound,
		refused: refused.map(({ orderId }) => orderId),
		remaining,
		nextStep:
			remaining.length === 0
				? 'All orders were asked for.'
				: `${remaining.length} orders are still to be asked for: run again with the IDs in remaining.`,
		message: texts.filter((text) => text !== '').join(' '),
	};
}

function notAnId(context: IExecuteFunctions, id: string, itemIndex: number): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`"${id.slice(0, 60)}" is not an Amazon order ID [Item ${itemIndex}]`,
		{ description: 'Amazon order IDs look like 111-2222222-3333333.', itemIndex },
	);
}

function nothingFound(context: IExecuteFunctions, ids: readonly string[]): NodeOperationError {
	const several = ids.length > 1;
	return new NodeOperationError(
		context.getNode(),
		several ? `Amazon has none of these ${ids.length} orders` : `Amazon has no order ${ids[0]}`,
		{
			description:
				'Check the ID, and that the credential is of this seller and region. Amazon keeps orders for two years.',
		},
	);
}
