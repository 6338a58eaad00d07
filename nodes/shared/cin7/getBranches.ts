import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { branches } from '../../../lib/cin7/resources';
import { listFromCin7 } from './listFromCin7';

/** The account's branches by name. */
export async function getBranches(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const found = await listFromCin7(this, (client) => client.all(branches, {}));
	return found
		.map(({ id, company, isActive }) => ({
			name: isActive ? company : `${company} (inactive)`,
			value: id,
		}))
		.sort((a, b) => a.name.localeCompare(b.name));
}
