// The pages: every one opens, and nothing that is in the account can become part of a page.
import { html, escaped } from '../../sandbox/page/html.mts';
import { manifestOf } from '../../sandbox/page/manifest.mts';
import { startSandbox } from '../../sandbox/sandbox.mts';
import { emptyScenario } from '../../sandbox/scenario/scenario.mts';
import { exampleRows, start } from './openAccount.mts';

const hostile = `<script>alert("x")</script><img src=x onerror='y'>&amp;`;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
	const rows = exampleRows();
	rows.branches[0].company = hostile;
	Object.assign(rows.salesOrders[0], {
		stage: hostile,
		source: hostile,
		firstName: hostile,
		internalComments: hostile,
		lineItems: [{ code: hostile, name: hostile, qty: 1, unitPrice: 2 }],
	});
	rows.salesOrders.push({
		id: 300,
		reference: 'BATCH-000001',
		internalComments: `Batch <b>\n{"v":1,"bot":"<i>","payments":[[501,101,"1"],[999,1,"2"]],"orders":[[101,"S"]]}`,
	});
	Object.assign(rows.payments[0], { method: hostile, comments: hostile });
	Object.assign(rows.creditNotes[0], { source: hostile, company: hostile });
	sandbox = await startSandbox({
		scenario: () => ({ ...emptyScenario(start), cin7: rows }),
		port: 0,
		limits: 'off',
		seed: 1,
	});
	const { baseUrl, apiKey } = sandbox.line.credentials.cin7;
	await fetch(`${baseUrl}/Payments?where=${encodeURIComponent(hostile)}`, {
		headers: { authorization: `Basic ${apiKey}` },
	});
});
afterAll(() => sandbox.stop());

const open = async (path: string) => {
	const answer = await fetch(`${sandbox.line.page}${path}`);
	return { answer, text: await answer.text() };
};

it.each([
	'',
	'orders',
	'orders/101',
	'orders/300',
	'payments',
	'batches',
	'credit-notes',
	'credit-notes/104',
	'mail',
	'requests',
	`orders?search=${encodeURIComponent(hostile)}&stage=${encodeURIComponent(hostile)}&page=x`,
	`payments?search=${encodeURIComponent(hostile)}`,
])('shows /%s, with everything from the account escaped', async (path) => {
	const { answer, text } = await open(path);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
	expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
	expect(text).not.toMatch(/<script|<img|<i>|Batch <b>/);
	expect(text).toContain('<title>');
});

it('shows a batch with its members, and says when one is gone', async () => {
	const { text } = await open('batches');
	expect(text).toContain('Batch &lt;b&gt;');
	expect(text).toContain('2 payments, 1 orders');
	expect(text).toContain('1 of its payments are no longer in the account.');
	expect(text).toContain('href="/orders/101"');
});

it('answers 404 for a document that is not there', async () => {
	expect((await open('orders/9')).answer.status).toBe(404);
	expect((await open('orders/x')).answer.status).toBe(404);
	expect((await open('credit-notes/101')).answer.status).toBe(404);
});

it('escapes every value of a template, and only once', () => {
	expect(
		html`<p title="${'"<&'}">${['a<', html`<b>${'b>'}</b>`]}${null}${false}${0}</p>`.text,
	).toBe('<p title="&quot;&lt;&amp;">a&lt;<b>b&gt;</b>0</p>');
	expect(escaped("it's")).toBe('it&#39;s');
});

it('reads manifests leniently, and none where there is none', () => {
	const row = (internalComments: unknown) => ({ id: 1, internalComments });
	expect(
		manifestOf(row('Words\n{"bot":"B","payments":[[1,2,"3"],{"id":4},5,"x"],"orders":[7]}')),
	).toEqual({
		words: 'Words',
		paymentIds: [1, 4, 5],
		orderIds: [7],
		facts: [['bot', 'B']],
	});
	for (const text of [null, '', 'no manifest', '{"broken', '{"payments":'])
		expect(manifestOf(row(text))).toBe(undefined);
	expect(manifestOf(row('{"payments":"none"}'))).toMatchObject({ paymentIds: [] });
});
