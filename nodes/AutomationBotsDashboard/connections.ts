/** Inputs and outputs of each operation; n8n works this out in the editor and when it runs. */
import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

/** The inputs, in their order: the request of the webhook first. */
export const inputNames = {
	show: ['Request', 'Workflows', 'Executions', 'Running', 'Run History'],
	readRequest: ['Request', 'Workflows'],
};

export const outputNames = {
	show: ['Page'],
	readRequest: ['Start Bot', 'Create Bot', 'Refused'],
};

export const inputsByOperation: ExpressionString = byOperation(inputNames);
export const outputsByOperation: ExpressionString = byOperation(outputNames);

function byOperation(names: { show: string[]; readRequest: string[] }): ExpressionString {
	return `={{ $parameter["operation"] === "readRequest" ? ${listed(names.readRequest)} : ${listed(names.show)} }}`;
}

function listed(displayNames: string[]): string {
	return JSON.stringify(
		displayNames.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
	);
}
