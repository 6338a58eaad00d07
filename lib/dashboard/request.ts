/** What a form of the page asks: to start a bot, or to create one. Decided against the workflows as they are now. */
import { whatToDo, type WhatToDo } from './asking';
import { botsAmong } from './bots';
import { longestName, newBot } from './gallery/newBot';
import { templates, type TemplateWorkflow } from './gallery/templates';
import { readWorkflows } from './reading/workflows';
import type { ListedWorkflow } from './workflow';

export type Decision =
	| { do: 'start'; workflowId: string; botName: string; whatToDo: WhatToDo }
	| { do: 'create'; template: string; workflow: TemplateWorkflow }
	| { do: 'refuse'; message: string; status: 400 | 409 | 502 };

/**
 * A browser sends the dashboard's password with every form, also with one on a page of somebody else's. So each form
 * carries the version of what it starts (for a new bot: the dashboard's own), a random id that n8n tells only those who
 * may read the workflows.
 * @param form the fields that were sent
 * @param items n8n's list of workflows, as the `json` of its items
 * @param ownWorkflowId the dashboard's own
 */
export function decide(
	form: Record<string, unknown>,
	items: readonly unknown[],
	ownWorkflowId: string,
): Decision {
	const { rows, unread } = readWorkflows(items);
	if (rows.length === 0 && unread !== null) return refuse(`${unread} Nothing was started.`, 502);
	const asked = form.whatToDo;
	if (asked === 'create') return create(form, rows, ownWorkflowId);
	const known = whatToDo.find((one) => one === asked);
	if (known === undefined) {
		return refuse(
			'This form does not say what to do: Preview, Run or Create. Nothing was started.',
			400,
		);
	}
	return start(form, known, rows);
}

function start(form: Record<string, unknown>, asked: WhatToDo, rows: ListedWorkflow[]): Decision {
	// The zone is of no interest here.
	const bot = botsAmong(rows, 'UTC').find(({ id }) => id === form.bot);
	if (bot === undefined) {
		return refuse('This bot is no longer among the workflows of n8n. Nothing was started.', 409);
	}
	if (!sameVersion(form.version, bot.version)) return refuse(changed(`“${bot.name}”`), 409);
	if (!bot.asking[asked]) {
		const what = asked === 'preview' ? 'previewed' : 'run';
		return refuse(`“${bot.name}” cannot be ${what} from here. ${bot.asking.why}`.trim(), 409);
	}
	return { do: 'start', workflowId: bot.id, botName: bot.name, whatToDo: asked };
}

function create(
	form: Record<string, unknown>,
	rows: ListedWorkflow[],
	ownWorkflowId: string,
): Decision {
	if (!sameVersion(form.version, ownVersion(rows, ownWorkflowId))) {
		return refuse(changed('This dashboard'), 409);
	}
	const template = templates.find(({ file }) => file === form.template);
	if (template === undefined) {
		return refuse('This template is not in the gallery. Nothing was created.', 400);
	}
	const name = typeof form.name === 'string' ? form.name.trim() : '';
	if (name === '') return refuse('Give the bot a name. Nothing was created.', 400);
	if (name.length > longestName) {
		return refuse(`The name is longer than ${longestName} letters. Nothing was created.`, 400);
	}
	return { do: 'create', template: template.file, workflow: newBot(template.workflow, name) };
}

/** The version of the dashboard's own workflow that is live, or null when the list does not have it. */
export function ownVersion(rows: readonly ListedWorkflow[], ownWorkflowId: string): string | null {
	const own = rows.find(({ id }) => id === ownWorkflowId);
	return own === undefined ? null : (own.published?.versionId ?? own.versionId);
}

function sameVersion(given: unknown, current: string | null): boolean {
	return current !== null && current !== '' && given === current;
}

function changed(what: string): string {
	return `${what} was changed since the page was drawn, or the form did not come from it. Nothing was done: look again, then press the button there.`;
}

function refuse(message: string, status: 400 | 409 | 502): Decision {
	return { do: 'refuse', message, status };
}
