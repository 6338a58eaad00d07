// n8n's editor: an empty workflow, the menu by which a file comes in, the canvas, Execute and Publish.
import type { Locator, Page } from 'playwright-core';
import { picture } from '../pictures.mts';

/** An empty workflow, by the plus in n8n's side bar. What was not saved yet is left behind. */
export async function newWorkflow(page: Page): Promise<void> {
	const leave = page.getByRole('button', { name: 'Leave without saving' });
	const firstStep = page.getByTestId('canvas-plus-button');
	// While n8n saves by itself it stays where it is: then one presses again.
	for (let pressed = 0; pressed < 4 && !(await firstStep.isVisible()); pressed++) {
		await page.getByTestId('universal-add').click();
		await page.getByRole('menuitem', { name: 'New workflow' }).click();
		await leave
			.or(firstStep)
			.first()
			.waitFor({ timeout: 5_000 })
			.catch(() => undefined);
		if (await leave.isVisible()) await leave.click();
		await firstStep.waitFor({ timeout: 5_000 }).catch(() => undefined);
	}
	await firstStep.waitFor();
}

/** … > Import > From file, as a person does it. */
export async function importFile(page: Page, file: string): Promise<void> {
	await page.getByTestId('workflow-menu').first().click();
	await page.getByTestId('workflow-menu-item-import').hover();
	const fromFile = page.getByTestId('workflow-menu-item-import-from-file');
	await fromFile.waitFor();
	await picture(page, 'import-from-file');
	const chooser = page.waitForEvent('filechooser');
	await fromFile.click();
	await (await chooser).setFiles(file);
	await nodes(page).first().waitFor();
}

/** Ctrl+V on the empty canvas. */
export async function importByPaste(page: Page, text: string): Promise<void> {
	await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
	await page.getByTestId('canvas-wrapper').click({ position: { x: 40, y: 90 } });
	await page.keyboard.press('Control+v');
	await nodes(page).first().waitFor();
}

/** Every node on the canvas, notes left out. */
export function nodes(page: Page): Locator {
	return page.locator('[data-test-id="canvas-node"]:not([data-node-type$="stickyNote"])');
}

export function node(page: Page, name: string): Locator {
	return page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
}

/** Names of the nodes whose type this n8n does not know: in place of an icon they show a question mark. */
export async function unknownNodes(page: Page): Promise<string[]> {
	return await namesOf(nodes(page).filter({ has: page.getByText('?', { exact: true }) }));
}

/** Names of the nodes that n8n marks, because a credential or a required parameter is not set. */
export async function unfinishedNodes(page: Page): Promise<string[]> {
	return await namesOf(nodes(page).filter({ has: page.getByTestId('node-issues') }));
}

async function namesOf(found: Locator): Promise<string[]> {
	return await found.evaluateAll((all) =>
		all.map((element) => element.getAttribute('data-node-name') ?? ''),
	);
}

/** Presses the trigger's own Execute workflow and waits until n8n says that it has ended well. */
export async function execute(page: Page, trigger: string): Promise<void> {
	await node(page, trigger).hover();
	await page.getByTestId(`execute-workflow-button-${trigger}`).click();
	await page.getByText('Workflow executed successfully').first().waitFor({ timeout: 60_000 });
}

/** The whole flow in the window. */
export async function fitToScreen(page: Page): Promise<void> {
	await page.getByTestId('zoom-to-fit').click();
	await page.mouse.move(0, 0);
}

/** Publishes what is on the canvas, and closes what n8n says to a beginner about it. */
export async function publish(page: Page): Promise<void> {
	await page.getByTestId('workflow-open-publish-modal-button').click();
	await page.getByTestId('workflow-publish-button').click();
	const published = page.getByRole('button', { name: 'Got it' });
	const indicator = page.getByTestId('workflow-active-version-indicator');
	await published.or(indicator).first().waitFor();
	if (await published.isVisible()) await published.click();
	await indicator.waitFor();
}
