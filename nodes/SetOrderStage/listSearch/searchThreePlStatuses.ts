import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { Cin7Client } from '../../../lib/cin7/client';
import { contains } from '../../../lib/cin7/where';
import { stageOrders, type StageOrder } from '../../../lib/stages/stageOrder';
import { listFromCin7, recentRecords } from '../../shared/cin7/listFromCin7';

const fields = ['id', 'reference', 'stage', 'dispatchedDate', 'logisticsStatus'];

/**
 * 3PL statuses are numbers that every account has its own meanings for. The list reads them off orders: type the
 * reference of an order that has the wanted status in Cin7; without one, the statuses of the newest orders are shown.
 */
export async function searchThreePlStatuses(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const wanted = (filter ?? '').trim();
	const orders = await listFromCin7(this, (client) =>
		wanted === '' ? recentRecords(client, stageOrders, fields) : ordersLike(client, wanted),
	);
	const shown = new Map<number, StageOrder>();
	for (const order of orders) {
		const status = order.logisticsStatus;
		if (status !== null && !shown.has(status)) shown.set(status, order);
	}
	return {
		results: [...shown]
			.sort(([a], [b]) => a - b)
			.map(([status, order]) => ({ name: labelled(status, order), value: String(status) })),
	};
}

async function ordersLike(client: Cin7Client, reference: string): Promise<StageOrder[]> {
	const where = contains('reference', reference);
	return await client.first(stageOrders, { where, order: 'id DESC', fields, rows: 50 });
}

function labelled(status: number, { reference, stage, dispatchedDate }: StageOrder): string {
	const dispatched = dispatchedDate === null ? 'not dispatched' : 'dispatched';
	return `${status}: as on order ${reference} (${stage || 'no stage'}, ${dispatched})`;
}
