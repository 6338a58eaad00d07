// What n8n itself says of templates, asked in a process of its own, with no server: its workflow validator (the zod schemas
// of every node's parameters), its parser of expressions, and its rules of what versions 2 and 3 take away.
//   node n8nSays.mts   stdin: { folder, ours: { type: description }, templates: { file: template } }
//                      stdout: { file: Finding[] }
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Script } from 'node:vm';
import type { INode, INodeTypeDescription } from 'n8n-workflow';
import { codeOf, expressionsOf, type Finding, type Template } from './template.mts';

interface Asked {
	folder: string;
	ours: Record<string, INodeTypeDescription>;
	templates: Record<string, Template>;
}

interface Issue {
	code: string;
	message: string;
	nodeName?: string;
}

interface V3Rule {
	id: string;
	detectWorkflow(
		workflow: Template,
		nodesByType: Map<string, INode[]>,
	): Promise<{ issues: { title: string; nodeName?: string }[] }>;
}

const asked = JSON.parse(await text(process.stdin)) as Asked;
const modules = join(asked.folder, 'node_modules');
const load = createRequire(join(modules, 'n8n', 'package.json'));
load('reflect-metadata');

const base = JSON.parse(
	readFileSync(join(modules, 'n8n-nodes-base/dist/types/nodes.json'), 'utf8'),
) as INodeTypeDescription[];
const nodeTypes = {
	getByName: () => undefined,
	getKnownTypes: () => ({}),
	getByNameAndVersion(type: string, version: number) {
		const name = type.replace('n8n-nodes-base.', '');
		const isIt = (one: INodeTypeDescription) =>
			(one.name === name || one.name === type) && [one.version].flat().includes(version);
		const description = asked.ours[type] ?? base.find(isIt);
		return description && { description };
	},
};

const sdk = load('@n8n/workflow-sdk');
sdk.setSchemaBaseDirs([join(modules, 'n8n-nodes-base/dist/node-definitions')]);
const { safeParseWorkflowStructure } = load('n8n-workflow');
const workflowFolder = join(modules, 'n8n-workflow/dist/cjs');
const { PrototypeSanitizer, DollarSignValidator, ThisSanitizer } = load(
	join(workflowFolder, 'expression-sandboxing.js'),
);
const { Tournament } = createRequire(join(workflowFolder, 'index.js'))('@n8n/tournament');
const tournament = new Tournament(
	(error: Error) => {
		throw error;
	},
	undefined,
	undefined,
	{ before: [ThisSanitizer], after: [PrototypeSanitizer, DollarSignValidator] },
);
const changes = ['v2', 'v3'].flatMap(removalsOf);

const answer: Record<string, Finding[]> = {};
for (const [file, template] of Object.entries(asked.templates)) {
	answer[file] = [
		...structure(template),
		...schemas(template),
		...template.nodes.flatMap(unparsed),
		...(await removed(template)),
	];
}
process.stdout.write(JSON.stringify(answer));

function structure(template: Template): Finding[] {
	const { issues = [] } = safeParseWorkflowStructure(template);
	return issues.map(({ path, message }: { path: unknown[]; message: string }) => ({
		rule: 'structure',
		where: path.join('.'),
		says: message,
	}));
}

function schemas(template: Template): Finding[] {
	const { errors, warnings } = sdk.validateWorkflow(template, { nodeTypesProvider: nodeTypes });
	return [...errors, ...warnings].map(({ code, message, nodeName }: Issue) => ({
		rule: 'n8n',
		where: nodeName ?? 'workflow',
		says: `${code}: ${message}`,
	}));
}

function unparsed(node: INode): Finding[] {
	const finding = (path: string, error: unknown): Finding => ({
		rule: 'expression',
		where: node.name,
		says: `${path}: ${error instanceof Error ? error.message : String(error)}`,
	});
	const bad = expressionsOf(node).flatMap(([path, expression]) => {
		try {
			tournament.getExpressionCode(expression);
			return [];
		} catch (error) {
			return [finding(path, error)];
		}
	});
	const badCode = codeOf(node).flatMap(([path, code]) => {
		try {
			new Script(`(async function () {\n${code}\n})`);
			return [];
		} catch (error) {
			return [finding(path, error)];
		}
	});
	return [...bad, ...badCode];
}

/** n8n's own rules about workflows, of the page that tells an administrator what the next version breaks. */
function removalsOf(version: string): V3Rule[] {
	const folder = join(modules, 'n8n/dist/modules/breaking-changes/rules', version);
	return readdirSync(folder)
		.filter((file) => file.endsWith('.rule.js'))
		.filter((file) => readFileSync(join(folder, file), 'utf8').includes('detectWorkflow'))
		.flatMap((file) => Object.values(load(join(folder, file)) as Record<string, unknown>))
		.filter((made): made is new (types: unknown) => V3Rule => {
			return typeof made === 'function' && 'detectWorkflow' in (made.prototype ?? {});
		})
		.map((Made) => new Made(nodeTypes));
}

async function removed(template: Template): Promise<Finding[]> {
	const byType = new Map<string, INode[]>();
	for (const node of template.nodes) {
		byType.set(node.type, [...(byType.get(node.type) ?? []), node]);
	}
	const findings: Finding[] = [];
	for (const rule of changes) {
		const { issues } = await rule.detectWorkflow(template, byType);
		for (const { title, nodeName } of issues) {
			findings.push({
				rule: 'removed',
				where: nodeName ?? 'workflow',
				says: `${rule.id}: ${title}`,
			});
		}
	}
	return findings;
}
