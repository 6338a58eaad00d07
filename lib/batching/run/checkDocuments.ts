/**
 * The documents themselves, right before they are approved, by whatever run: still there, not void, and of exactly the
 * value that their members come to.
 */
import type { Cin7Client } from '../../cin7/client';
import type { LoggedDocument } from '../log';
import type { Finding } from './checkMembers';
import { valueFault } from './proof';
import { readAgain } from './void';

/** Reads the documents again, and gives what keeps each from being approved. */
export async function checkDocuments(
	client: Cin7Client,
	documents: LoggedDocument[],
): Promise<Finding[]> {
	const now = new Map(
		(await readAgain(client, documents)).map((document) => [document.order.id, document]),
	);
	return documents.flatMap((document): Finding[] => {
		const { reference } = document.order;
		const read = now.get(document.order.id);
		// Void, deleted or renamed by somebody: its members are to be given back.
		if (!read?.live) {
			return [{ document, why: `${reference} was made void by somebody.`, memberChanged: true }];
		}
		const why =
			read.manifest && document.manifest
				? valueFault(read, document.manifest)
				: `The list of members in ${reference} was overwritten. Make it void in Cin7.`;
		return why === null ? [] : [{ document, why, memberChanged: false }];
	});
}
