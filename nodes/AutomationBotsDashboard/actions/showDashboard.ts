/** Show Dashboard: the page as HTML, and what is on it as data. */
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { botData } from '../../../lib/dashboard/botData';
import { dashboardPage, type Arrival } from '../../../lib/dashboard/page/dashboard';
import { galleryPage } from '../../../lib/dashboard/page/gallery';
import { placesOf } from '../../../lib/dashboard/page/links';
import { readWorkflows } from '../../../lib/dashboard/reading/workflows';
import { ownVersion } from '../../../lib/dashboard/request';
import { seenBots } from '../../../lib/dashboard/seenBot';
import { inputNames } from '../connections';
import { jsonOf, webhookRequest } from '../request';

/** One item: `html`, and `bots` for who wants to make something else of it. */
export async function showDashboardAction(
	this: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	const { query, webhookUrl } = webhookRequest(this);
	const list = (input: number) => jsonOf(this, input, inputNames.show[input]);
	const workflows = list(1);
	const ownWorkflowId = this.getWorkflow().id ?? '';
	if ('new' in query) {
		const version = ownVersion(readWorkflows(workflows).rows, ownWorkflowId);
		return [[item({ html: galleryPage(version, 'refused' in query) })]];
	}
	const { baseUrl } = this.getNodeParameter('options', 0, {}) as { baseUrl?: string };
	const places = placesOf(baseUrl?.trim() || this.getInstanceBaseUrl(), webhookUrl);
	const now = Date.now();
	const lists = {
		workflows,
		executions: list(2),
		running: list(3),
		history: list(4),
	};
	const seen = seenBots(lists, now, this.getTimezone(), ownWorkflowId);
	const html = dashboardPage(seen, places, now, arrival(query));
	return [
		[
			item({
				html,
				bots: seen.bots.map((bot) => botData(bot, places)) as unknown as IDataObject[],
			}),
		],
	];
}

function item(json: IDataObject): INodeExecutionData {
	return { json, pairedItem: { item: 0 } };
}

function arrival(query: IDataObject): Arrival {
	const { asked, bot, at, created } = query;
	return {
		...(typeof asked === 'string' &&
			typeof bot === 'string' && {
				asked: { botId: bot, whatToDo: asked, at: Number(at), started: !('refused' in query) },
			}),
		...(typeof created === 'string' && { created }),
	};
}
