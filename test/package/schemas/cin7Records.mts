// What the node Cin7 Omni gives: records as Cin7 has them.
import { Cin7Omni } from '../../../nodes/Cin7Omni/Cin7Omni.node';
import { accountClock } from '../../../sandbox/cin7/clock.mts';
import { createCin7 } from '../../../sandbox/cin7/cin7.mts';
import { resourceNamed } from '../../../sandbox/cin7/resources/index.mts';
import type { Cin7Rows } from '../../../sandbox/scenario/scenario.mts';
import { execute, world, type Items } from './execute.mts';
import type { Observed } from './observation.mts';
import { schemaPaths } from './operations.mts';
import { recordSchema } from './records.mts';
import type { Schema } from './schema.mts';

/** The node's resources by their names in Cin7's addresses. */
const paths: Record<string, string> = {
	branch: 'Branches',
	contact: 'Contacts',
	creditNote: 'CreditNotes',
	payment: 'Payments',
	product: 'Products',
	salesOrder: 'SalesOrders',
	user: 'Users',
};

/** Every operation of every resource. */
export async function observedRecords(rows: Cin7Rows, now: string): Promise<Observed[]> {
	const node = new Cin7Omni();
	const cin7 = createCin7({ rows, clock: accountClock(Date.parse(now), false) });
	const found: Observed[] = [];
	for (const path of schemaPaths(node.description)) {
		const [, resource, operation] = path.split('/');
		const own = parametersOf(resource, operation, rows);
		const parameters = { resource, operation, ...own };
		const [items] = await execute(node, world({ cin7 }), [{}], parameters);
		const Records = resource === 'creditNote' ? items.map(asDocumented) : items;
		const schema = recordSchema(paths[resource]);
		found.push({
			node: 'Cin7Omni',
			path,
			outputs: { Records },
			schema: isWrite(operation) ? withNotKept(schema) : schema,
		});
	}
	return found;
}

/** The stand-in keeps it on every line; the API's page of credit notes does not name it. */
function asDocumented({ lineItems, ...note }: Items[0]): Items[0] {
	const lines = (lineItems as Items).map(({ stockControl: _, ...line }) => line);
	return { ...note, lineItems: lines };
}

const isWrite = (operation: string) => operation === 'upsert' || operation === 'update';

function parametersOf(resource: string, operation: string, rows: Cin7Rows): object {
	if (operation === 'getAll') return { returnAll: true };
	const first = rows[resourceNamed(paths[resource])!.key][0];
	if (operation === 'get') return { by: 'id', recordId: String(first.id) };
	if (isWrite(operation)) {
		const orderReference = operation === 'upsert' ? 'NEW-1' : String(first.reference);
		const fieldsJson = '{ "stage": "Processing" }';
		return { dataMode: 'defineBelow', by: 'reference', orderReference, fieldsJson };
	}
	throw new Error(`${resource}: nobody says how to see what ${operation} gives`);
}

/** Writes name the fields that Cin7 did not keep. */
function withNotKept(schema: Schema): Schema {
	const notKept: Schema = { type: 'array', items: { type: 'string' } };
	return { ...schema, properties: { ...schema.properties, notKept } };
}
