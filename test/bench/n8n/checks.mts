// The same check of orders four ways, each as a workflow: orders come in, are checked, and the last node says so.
import type { Workflow, WorkflowNode } from '../../../sandbox/n8n/workflows.mts';

type Parameters = Record<string, unknown>;

export interface Urls {
	ordersUrl: string;
	doneUrl: string;
}

/** Hands the items on as they are. */
export function passThrough(urls: Urls): Workflow {
	return checking(urls, [node('No Operation', 'n8n-nodes-base.noOp', 1, {})]);
}

export function validateOrder(urls: Urls): Workflow {
	return checking(urls, [node('Validate Order', 'n8n-nodes-cin7-omni.validateOrder', 1, {})]);
}

/** All items at once, as one writes it for speed. */
export function allItemsCode(urls: Urls): Workflow {
	const parameters = { mode: 'runOnceForAllItems', jsCode: code };
	return checking(urls, [node('Check orders', 'n8n-nodes-base.code', 2, parameters)]);
}

/** One IF for each thing that can be missing: what lacks it is set aside, the rest goes on to the next. */
export function ifChain(urls: Urls): Workflow {
	const contact = ['email', 'firstName', 'lastName'];
	const parts = ['FirstName', 'LastName', 'Address1', 'City', 'State', 'PostalCode', 'Country'];
	const addresses = ['delivery', 'billing'].flatMap((kind) => parts.map((part) => kind + part));
	return checking(urls, [...[...contact, ...addresses].map(isFilled), hasLines()]);
}

function isFilled(name: string): WorkflowNode {
	return ifNode(`Has ${name}?`, `={{ ($json.${name} ?? '').trim() }}`, {
		type: 'string',
		operation: 'notEmpty',
		singleValue: true,
	});
}

function hasLines(): WorkflowNode {
	return ifNode(
		'Has lines?',
		'={{ ($json.lineItems ?? []).length > 0 && $json.lineItems.every((line) => line.code && line.qty && line.unitPrice !== undefined) }}',
		{ type: 'boolean', operation: 'true', singleValue: true },
	);
}

function ifNode(name: string, leftValue: string, operator: object): WorkflowNode {
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 };
	const conditions = [{ id: name, leftValue, rightValue: '', operator }];
	return node(name, 'n8n-nodes-base.if', 2.2, {
		conditions: { options, conditions, combinator: 'and' },
		options: {},
	});
}

/** Trigger, orders, the nodes in a row, and a call at the end. What an IF does not let through is set aside. */
function checking({ ordersUrl, doneUrl }: Urls, nodes: WorkflowNode[]): Workflow {
	const row = [
		node('Run by hand', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Get orders', 'n8n-nodes-base.httpRequest', 4.2, { url: ordersUrl, options: {} }),
		...nodes,
		node('Done', 'n8n-nodes-base.httpRequest', 4.2, { url: doneUrl, options: {} }),
	];
	row[row.length - 1].executeOnce = true;
	const aside = node('Needs attention', 'n8n-nodes-base.noOp', 1, {});
	const to = ({ name }: WorkflowNode) => [{ node: name, type: 'main', index: 0 }];
	const connections = Object.fromEntries(
		row.slice(0, -1).map(({ name, type }, index) => {
			const next = to(row[index + 1]);
			return [name, { main: type.endsWith('.if') ? [next, to(aside)] : [next] }];
		}),
	);
	const all = nodes.some(({ type }) => type.endsWith('.if')) ? [...row, aside] : row;
	const name = `Check orders: ${nodes[0].name}`;
	return { name, nodes: all, connections, settings: { executionOrder: 'v1' } };
}

let position = 0;

function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Parameters,
): WorkflowNode {
	position += 200;
	return { id: `node-${position}`, name, type, typeVersion, parameters, position: [position, 0] };
}

/** Which parts an address has, by country; for others, those that nearly all have. */
const code = `
const needs = {
  'Australia': 'ACSZ', 'United States': 'ACSZ', 'Canada': 'ACSZ', 'India': 'ACSZ', 'Japan': 'ASZ',
  'New Zealand': 'ACZ', 'United Kingdom': 'ACZ', 'Germany': 'ACZ', 'France': 'ACZ', 'Singapore': 'AZ',
  'Hong Kong': 'AS', 'Ireland': 'AC',
};
const letters = { A: ['Address1', 'Address 1'], C: ['City', 'City'], S: ['State', 'State'], Z: ['PostalCode', 'Postcode'] };
const placeholders = new Set(['n/a', 'na', 'none', 'null', 'undefined', 'unknown', '-', '--', '.', 'tbc', 'tba']);
const filled = (value) => {
  if (typeof value === 'number') return true;
  if (typeof value !== 'string') return false;
  const text = value.trim();
  return text !== '' && !placeholders.has(text.toLowerCase());
};
const add = (missing, field, label, group, why) => missing.push({ field, label, group, why });

function check(order) {
  const missing = [];
  if (!filled(order.email)) add(missing, 'email', 'Email Address', 'Contact', 'Cin7 asks for it.');
  if (!filled(order.firstName)) add(missing, 'firstName', 'First Name', 'Contact', 'Cin7 asks for it.');
  if (!filled(order.lastName)) add(missing, 'lastName', 'Last Name', 'Contact', 'Cin7 asks for it.');
  for (const [prefix, label] of [['delivery', 'Delivery'], ['billing', 'Billing']]) {
    const country = order[prefix + 'Country'];
    const company = filled(order[prefix + 'Company']);
    if (!company && !filled(order[prefix + 'FirstName'])) add(missing, prefix + 'FirstName', label + ' First Name', label, 'An address needs a name.');
    if (!company && !filled(order[prefix + 'LastName'])) add(missing, prefix + 'LastName', label + ' Last Name', label, 'An address needs a name.');
    for (const letter of needs[country] ?? 'AC') {
      const [part, name] = letters[letter];
      if (!filled(order[prefix + part])) add(missing, prefix + part, label + ' ' + name, label, 'Addresses in ' + country + ' need it.');
    }
    if (!filled(country)) add(missing, prefix + 'Country', label + ' Country', label, 'An address needs a country.');
  }
  const lines = Array.isArray(order.lineItems) ? order.lineItems : [];
  if (lines.length === 0) add(missing, 'lineItems', 'Line Items', 'Line Items', 'There is nothing to send.');
  lines.forEach((line, index) => {
    if (!filled(line.code)) add(missing, 'lineItems[' + index + '].code', 'Line ' + (index + 1) + ' Product', 'Line Items', 'No product.');
    if (!(Number(line.qty) !== 0)) add(missing, 'lineItems[' + index + '].qty', 'Line ' + (index + 1) + ' Quantity', 'Line Items', 'No quantity.');
    if (!Number.isFinite(Number(line.unitPrice))) add(missing, 'lineItems[' + index + '].unitPrice', 'Line ' + (index + 1) + ' Price', 'Line Items', 'No price.');
  });
  return missing;
}

const items = $input.all();
for (const item of items) {
  const missing = check(item.json);
  if (missing.length > 0) item.json.needsAttention = { reason: 'missingData', missing, summary: missing.map(({ label }) => label).join(', ') };
}
return items;
`.trim();
