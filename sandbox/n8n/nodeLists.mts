// Opens a node's drop-down lists as the editor does, to see what they offer for a credential.

import type { Session } from './api.mts';
import type { Credential } from './credentials.mts';

export interface ListRequest {
	/** e.g. `n8n-nodes-cin7-omni.batchEcommerceOrders` */
	nodeType: string;
	typeVersion: number;
	/** Where the parameter is, e.g. `parameters.branches`. */
	path: string;
	/** The node's own name for the list: its `loadOptionsMethod` or `searchListMethod`. */
	methodName: string;
	/** What is filled in on the node so far. */
	parameters?: Record<string, unknown>;
	credential: Credential;
}

export interface ListEntry {
	name: string;
	value: string | number | boolean;
	description?: string;
	url?: string;
}

/** The choices of a parameter that loads its options (`loadOptionsMethod`). */
export function listOptions(session: Session, request: ListRequest): Promise<ListEntry[]> {
	return session.post('/dynamic-node-parameters/options', body(request));
}

/** One page of a "From list" locator (`searchListMethod`), narrowed by what a person typed. */
export function searchList(
	session: Session,
	request: ListRequest,
	filter?: string,
	paginationToken?: string,
): Promise<{ results: ListEntry[]; paginationToken?: string }> {
	return session.post('/dynamic-node-parameters/resource-locator-results', {
		...body(request),
		filter,
		paginationToken,
	});
}

function body({
	nodeType,
	typeVersion,
	path,
	methodName,
	parameters = {},
	credential,
}: ListRequest) {
	const { id, name, type } = credential;
	return {
		nodeTypeAndVersion: { name: nodeType, version: typeVersion },
		path,
		methodName,
		currentNodeParameters: parameters,
		credentials: { [type]: { id, name } },
	};
}
