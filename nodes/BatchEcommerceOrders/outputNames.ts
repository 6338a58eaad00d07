/** Preview and Run have three outputs, the other operations one; n8n works this out in the editor and when it runs. */
import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

import { botOperations } from './properties/operation';

const names = {
	bot: ['Batches', 'Skipped', 'Summary'],
	getBatches: ['Batches'],
	other: ['Results'],
};

function listed(outputNames: string[]): string {
	return JSON.stringify(
		outputNames.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
	);
}

export const outputsByOperation: ExpressionString = `={{ ${JSON.stringify(botOperations)}.includes($parameter["operation"]) ? ${listed(names.bot)} : $parameter["operation"] === "getBatches" ? ${listed(names.getBatches)} : ${listed(names.other)} }}`;
