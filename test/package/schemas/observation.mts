// One operation of a node, with all that it was seen to give.
import type { Items } from './execute.mts';
import { joined, type Schema } from './schema.mts';

export interface Observed {
	/** The node's folder. */
	node: string;
	/** As n8n asks for it below `__schema__`: `v1.0.0/preview`. */
	path: string;
	/** By the names of the outputs. */
	outputs: Record<string, Items>;
	/** Made from the items, unless they are records of Cin7's that the stand-in describes itself. */
	schema: Schema;
}

/** Items of outputs, with the schema that they make. */
export function seen(outputs: Record<string, Items>): Pick<Observed, 'outputs' | 'schema'> {
	return { outputs, schema: joined(outputs) };
}
