import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { payments } from '../../../lib/cin7/resources';
import { listFromCin7, named, recentRecords } from '../../shared/cin7/listFromCin7';

/** Payment types are free text in Cin7: the ones on the newest payments. */
export async function searchPaymentTypes(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const found = await listFromCin7(this, (client) =>
		recentRecords(client, payments, ['id', 'method']),
	);
	const methods = [...new Set(found.map((payment) => payment.method))];
	return named(methods.filter((name) => name !== '').sort(), filter);
}
