// A workflow's settings: those that every n8n knows, and that work in every n8n.
import { IANAZone } from 'luxon';
import type { Finding, Rule } from '../template.mts';

const known = [
	...['executionOrder', 'timezone', 'saveManualExecutions', 'saveDataErrorExecution'],
	...['saveDataSuccessExecution', 'saveExecutionProgress', 'executionTimeout', 'callerPolicy'],
];

const policies = ['workflowsFromSameOwner', 'none', undefined];

export const settings: Rule = ({ nodes, settings: given = {} }) => {
	const hasSchedule = nodes.some(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
	const needsZone = hasSchedule || given.timezone !== undefined;
	const find = (says: string): Finding => ({ rule: 'settings', where: 'settings', says });
	return [
		...Object.keys(given)
			.filter((key) => !known.includes(key))
			.map((key) => find(`"${key}" is unknown, or belongs to one n8n.`)),
		...(given.executionOrder === 'v1' ? [] : [find('Its execution order is not v1.')]),
		...(!needsZone || IANAZone.isValidZone(String(given.timezone))
			? []
			: [find('It has no time zone.')]),
		...(policies.includes(given.callerPolicy as string)
			? []
			: [find('Its caller policy goes away in n8n 3.')]),
	];
};
