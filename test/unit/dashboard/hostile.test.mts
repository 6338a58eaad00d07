// What people and Cin7 may write into names and messages: on the page it is text, wherever it comes from.
import { galleryPage } from '../../../lib/dashboard/page/gallery';
import { html } from '../../../lib/dashboard/page/html';
import { placesOf } from '../../../lib/dashboard/page/links';
import { refusalPage } from '../../../lib/dashboard/page/refusal';
import type { Lists } from '../../../lib/dashboard/seenBot';
import { drawn as page, started } from './drawn.mts';
import { asked, batch, execution, node, row, schedule, workflow } from './workflows.mts';

describe('hostile text', () => {
	const evil = [
		'"><script>alert(1)</script>',
		"'><img src=x onerror=alert(1)>",
		'</title></style></script><svg onload=alert(1)>',
		'javascript:alert(1)',
		'&lt;b&gt; & <b>',
		'{{ $json }} ${x} `x`',
		'\u202Eevil\u0000',
	];
	const harmless = (body: string, plain: string) => {
		const tags = (of: string) => (of.match(/<\/?[a-z]+/gi) ?? []).sort();
		expect(tags(body)).toEqual(tags(plain));
		expect(body.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
		expect(body).not.toMatch(/(?:href|action)\s*=\s*"\s*javascript:/i);
	};
	const lists = (bad: string): Partial<Lists> => ({
		workflows: [
			workflow(
				`1${bad}`,
				[
					asked,
					schedule,
					node('n8n-nodes-base.formTrigger', { options: { path: bad } }),
					batch({
						tags: [bad],
						botName: bad,
						branches: [bad],
						batchingOptions: {
							rows: [
								{ channel: { value: bad }, paymentType: bad, cutOff: 'time', cutOffTime: bad },
							],
						},
						summaryEmail: bad,
						options: { lookBackDays: bad },
					}),
				],
				{ name: bad },
			),
		],
		executions: [execution(`9${bad}`, `1${bad}`)],
		running: [execution(`8${bad}`, `1${bad}`, { status: 'running' })],
		history: [row(`1${bad}`, `9${bad}`, { message: bad, totals: bad })],
	});

	it.each(evil)('%j is text wherever it comes from', (bad) => {
		// A path with a colon has parts that vary, so there is no link to it.
		const plain = bad.includes(':') ? 'x:y' : 'x';
		harmless(page(lists(bad), started(`1${bad}`)), page(lists(plain), started(`1${plain}`)));
		harmless(page({ workflows: [{ error: bad }] }), page({ workflows: [{ error: 'x' }] }));
		harmless(refusalPage(bad), refusalPage('x'));
		harmless(galleryPage(bad, true), galleryPage('x', true));
	});

	it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', '', 'no address'])(
		'an address of n8n such as %j makes no link',
		(address) => {
			const body = page({ workflows: [workflow('1')] }, {}, placesOf(address, address));
			expect(body).not.toContain('Edit in n8n');
			if (address !== '') expect(body).not.toContain(address);
		},
	);

	it('html escapes all that is put in, in lists too', () => {
		expect(
			html`<p title="${'"<&'}">${['<', html`<b>${'>'}</b>`]}${null}${false}${0}</p>`.text,
		).toBe('<p title="&quot;&lt;&amp;">&lt;<b>&gt;</b>0</p>');
	});
});
