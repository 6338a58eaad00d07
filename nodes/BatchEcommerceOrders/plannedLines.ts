/** The lines that a planned batch would be handed over with: a Preview shows them, a Run takes them from the document. */
import { documentPlan, type DocumentSettings } from '../../lib/batching/document';
import type { ManifestLine } from '../../lib/batching/manifest';
import { memberState } from '../../lib/batching/members';
import type { PlannedBatch } from '../../lib/batching/plan.types';

/** From the code that writes the document, so that both say the same. */
export function plannedLines(
	batch: PlannedBatch,
	settings: Pick<DocumentSettings, 'botName' | 'zone' | 'accounts'>,
): readonly ManifestLine[] {
	const external: DocumentSettings = {
		...settings,
		customerId: 0,
		productCode: '',
		doNotTransferStatus: null,
		partlySelectedOrders: 'leave',
		posting: 'external',
	};
	const { manifest } = documentPlan(batch, 1, '', '', memberState([], [], []), external);
	return manifest.lines ?? [];
}
