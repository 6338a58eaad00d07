/** Addresses in n8n: only such as lead to a page. */

export interface Places {
	/** Of the editor, such as `https://n8n.example.com/`; null when it is not known. */
	editor: URL | null;
	/** Of n8n's forms, such as `https://n8n.example.com/form/`; null when it is not known. */
	forms: URL | null;
}

/**
 * @param editor base address of n8n
 * @param webhookUrl address of the dashboard's own webhook, beside which n8n's forms are
 */
export function placesOf(editor: string, webhookUrl: string): Places {
	const webhook = /^(.*\/)webhook(-test)?\//.exec(webhookUrl);
	return { editor: folder(editor), forms: webhook ? folder(`${webhook[1]}form/`) : null };
}

/** Where a workflow is edited. */
export function editAddress({ editor }: Places, workflowId: string): string | null {
	return editor === null ? null : `${editor.href}workflow/${encodeURIComponent(workflowId)}`;
}

/** Where an execution is looked at. */
export function executionAddress(
	places: Places,
	workflowId: string,
	executionId: string,
): string | null {
	const workflow = editAddress(places, workflowId);
	if (workflow === null || executionId === '') return null;
	return `${workflow}/executions/${encodeURIComponent(executionId)}`;
}

/** Where people open a bot's form. */
export function formAddress({ forms }: Places, path: string): string | null {
	if (forms === null) return null;
	return `${forms.href}${path.split('/').filter(Boolean).map(encodeURIComponent).join('/')}`;
}

function folder(address: string): URL | null {
	if (!URL.canParse(address)) return null;
	const url = new URL(address.endsWith('/') ? address : `${address}/`);
	return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}
