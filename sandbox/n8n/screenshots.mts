// Pictures of our nodes' panels, every operation of each, from an n8n that runs here:
// node24 sandbox/n8n/screenshots.mts N8N_URL FOLDER [USER_FOLDER]
// N8N_URL is what `npm start` prints; FOLDER gets the pictures. The guide shows the first of each node: copy it to
// docs/images. The other pictures of the guide are taken by the test of what a newcomer does:
// PICTURES=docs/images, test/browser/newcomer.

import { join } from 'node:path';
import { selectors } from 'playwright-core';
import { signIn } from './api.mts';
import { openBrowser } from './browser.mts';
import { stateFolder } from './mainJob.mts';
import { ownerOf } from './owner.mts';
import { takePanels } from './panelPictures.mts';
import { panels } from './panels.mts';

const [url, folder, userFolder = join(stateFolder, 'n8n')] = process.argv.slice(2);
if (url === undefined || folder === undefined) throw new Error('Give N8N_URL and FOLDER.');
const session = await signIn(url, await ownerOf(userFolder));

selectors.setTestIdAttribute('data-test-id');
const browser = await openBrowser();
const context = await browser.newContext();
const { hostname } = new URL(url);
await context.addCookies([
	{ name: 'n8n-auth', value: session.authCookie, domain: hostname, path: '/', httpOnly: true },
]);
await takePanels(await context.newPage(), session, url, folder, panels);
await browser.close();
process.stdout.write(`Saved in ${folder}\n`);
