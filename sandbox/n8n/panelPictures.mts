// Pictures of panels: each node in a workflow of its own, which goes again.

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Session } from './api.mts';
import type { Panel } from './panels.mts';
import type { SavedWorkflow } from './workflows.mts';

/** Tall enough for the longest panel. */
const window = { width: 1_000, height: 1_800 };

/**
 * @param page of a browser that is signed in
 * @param folder where the pictures go
 */
export async function takePanels(
	page: Page,
	session: Session,
	url: string,
	folder: string,
	panels: readonly Panel[],
): Promise<void> {
	for (const { picture, node, parameters } of panels) {
		const name = 'The node';
		const type = `n8n-nodes-cin7-omni.${node}`;
		const { id } = await session.post<SavedWorkflow>('/workflows', {
			name: picture,
			nodes: [{ id: 'node-1', name, type, typeVersion: 1, position: [0, 0], parameters }],
			connections: {},
		});
		await page.setViewportSize(window);
		await page.goto(`${url}/workflow/${id}`);
		await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await page.getByTestId('node-parameters').waitFor();
		// A field under the mouse shows more than it does otherwise.
		await page.mouse.move(0, 0);
		const clip = await page.evaluate<Clip>(filledPart);
		await page.screenshot({ path: join(folder, `${picture}.png`), clip, animations: 'disabled' });
		await session.post(`/workflows/${id}/archive`, {});
		await session.delete(`/workflows/${id}`);
	}
}

interface Clip {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** In the page: the panel down to its last parameter. */
const filledPart = `(() => {
	const panel = document.querySelector('[data-test-id="node-parameters"]');
	const { x, y, width } = panel.getBoundingClientRect();
	const parts = panel.querySelectorAll('[data-test-id="parameter-item"], .notice, [role="alert"]');
	const bottoms = [...parts].map((part) => part.getBoundingClientRect().bottom);
	return { x, y, width, height: Math.max(...bottoms) - y + 12 };
})()`;
