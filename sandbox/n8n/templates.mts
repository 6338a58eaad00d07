// Puts the workflow templates into the n8n of `npm start`, with the sandbox's credentials. Publishing comes later.
// A template that a person has edited there is set aside under another name first.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Session } from './api.mts';
import type { Credential } from './credentials.mts';
import type { SavedWorkflow, Workflow } from './workflows.mts';
import { readWorkflow, saveWorkflow, withCredentials } from './workflows.mts';

export interface PlacedTemplate {
	/** File name without `.json`. */
	file: string;
	workflow: SavedWorkflow;
}

export interface TemplatePlaces {
	/** Folder of the templates, one JSON file each. */
	folder: string;
	/** File that remembers what was put in place last time. */
	memory: string;
}

/** @param fillIn what a person would change in a template for this account */
export async function placeTemplates(
	session: Session,
	{ folder, memory }: TemplatePlaces,
	credentials: Credential[],
	fillIn: (template: Workflow, file: string) => Workflow,
): Promise<PlacedTemplate[]> {
	const files = existsSync(folder)
		? (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
		: [];
	const versions = await versionsIn(memory);
	const placed: PlacedTemplate[] = [];
	for (const name of files) {
		const file = basename(name, '.json');
		const template = await readTemplate(join(folder, name));
		await setEditsAside(session, template, versions[template.id]);
		const saved = await saveWorkflow(
			session,
			await withCredentials(session, fillIn(template, file), credentials),
		);
		versions[template.id] = saved.versionId;
		placed.push({ file, workflow: saved });
	}
	await writeFile(memory, JSON.stringify(versions));
	return placed;
}

/** Ids of the workflows that were put in place last time. */
export async function placedBefore({ memory }: TemplatePlaces): Promise<string[]> {
	return Object.keys(await versionsIn(memory));
}

async function versionsIn(memory: string): Promise<Record<string, string>> {
	if (!existsSync(memory)) return {};
	return JSON.parse(await readFile(memory, 'utf8')) as Record<string, string>;
}

/** A template has an id of its own, so that the same workflow is found again. */
async function readTemplate(path: string): Promise<Workflow & { id: string }> {
	const template = JSON.parse(await readFile(path, 'utf8')) as Workflow;
	const id = template.id ?? idFor(basename(path, '.json'));
	return { ...template, id };
}

/** n8n's ids have 16 letters and digits: a template without one is known by its file's name. */
function idFor(file: string): string {
	const letters = file.replace(/[^a-zA-Z0-9]/g, '');
	if (letters.length <= 16) return letters;
	const hash = createHash('sha256').update(file).digest('hex').slice(0, 8);
	return `${letters.slice(0, 8)}${hash}`;
}

async function setEditsAside(
	session: Session,
	{ id }: Workflow & { id: string },
	ourVersion: string | undefined,
): Promise<void> {
	const existing = await readWorkflow(session, id);
	if (existing === undefined) return;
	if (existing.isArchived) await session.post(`/workflows/${id}/unarchive`, {});
	if (ourVersion === undefined || existing.versionId === ourVersion) return;
	const { name, nodes, connections, settings, pinData } = existing;
	const edited = `${name} (edited, kept ${new Date().toISOString().slice(0, 16).replace('T', ' ')})`;
	await saveWorkflow(session, { name: edited.slice(-128), nodes, connections, settings, pinData });
}
