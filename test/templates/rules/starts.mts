// How a bot is started: what runs on schedule can also be run by hand, and from the dashboard.
import { workersOf, type Finding, type Rule } from '../template.mts';

const schedule = 'n8n-nodes-base.scheduleTrigger';
const byHand = 'n8n-nodes-base.manualTrigger';
const byDashboard = 'n8n-nodes-base.executeWorkflowTrigger';

export const starts: Rule = (template) => {
	const find = (where: string, says: string): Finding => ({ rule: 'start', where, says });
	const nodes = workersOf(template);
	const has = (type: string) => nodes.some((node) => node.type === type);
	if (!has(schedule)) return [];
	const asked = nodes.filter(({ type }) => type === byDashboard);
	return [
		...(has(byHand) ? [] : [find('workflow', 'It runs on schedule, but not by hand.')]),
		...(asked.length === 1 ? [] : [find('workflow', 'The dashboard cannot run it.')]),
		...asked
			.filter(({ name, parameters }) => name !== 'When the dashboard asks' || !asksWhat(parameters))
			.map(({ name }) => find(name, 'It is not what the dashboard asks: one text, whatToDo.')),
	];
};

function asksWhat({ workflowInputs }: Record<string, unknown>): boolean {
	const { values = [] } = (workflowInputs ?? {}) as { values?: { name: string; type?: string }[] };
	return (
		values.length === 1 &&
		values[0].name === 'whatToDo' &&
		(values[0].type ?? 'string') === 'string'
	);
}
