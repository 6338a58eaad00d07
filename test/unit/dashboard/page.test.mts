// The page as people read it: cards, tabs, what was started, and what could not be read.
import { galleryPage } from '../../../lib/dashboard/page/gallery';
import { refusalPage } from '../../../lib/dashboard/page/refusal';
import { drawn as page, started, text } from './drawn.mts';
import {
	asked,
	batch,
	execution,
	node,
	now,
	row,
	schedule,
	unpublished,
	workflow,
} from './workflows.mts';

describe('a card', () => {
	it('has name, state, last run and next run in the zone of the bot, settings and buttons', () => {
		const words = text(
			page({
				workflows: [workflow('1')],
				executions: [execution('9', '1')],
				history: [row('1', '9')],
			}),
		);
		expect(words).toContain('Bot 1 Active');
		expect(words).toContain('Last run Tue 2 Jun 2026, 06:00 (8 hours ago) Run: Done');
		expect(words).toContain('3 batches, 12 payments, 2 left out; AUD 1,234.00; NZD 5.00');
		expect(words).toContain('Next run Wed 3 Jun 2026, 06:00 (in 15 hours) Australia/Sydney');
		expect(words).toContain('Schedule Every day at 6:00 (Australia/Sydney)');
		expect(words).toMatch(/Preview Bot 1 Run Bot 1 Edit in n8n : Bot 1/);
	});

	it('links to the editor and to the execution', () => {
		const body = page({ workflows: [workflow('1')], executions: [execution('9', '1')] });
		expect(body).toContain('href="https://n8n.example.com/workflow/1"');
		expect(body).toContain('href="https://n8n.example.com/workflow/1/executions/9"');
	});

	it('while it runs, says since when, cannot be pressed, and the page looks again', () => {
		const going = execution('9', '1', { status: 'running', startedAt: '2026-06-02T04:10:00Z' });
		const body = page({ workflows: [workflow('1')], running: [going] });
		expect(text(body)).toContain('Running since Tue 2 Jun 2026, 14:10 (2 minutes ago)');
		expect(body.match(/<button[^>]* disabled/g)).toHaveLength(2);
		expect(body).toContain('id="updates"');
		expect(page({ workflows: [workflow('1')] })).not.toContain('http-equiv="refresh"');
	});

	it('that is not published has dead buttons, with the reason beside them', () => {
		const body = page({ workflows: [workflow('1', undefined, unpublished)] });
		expect(text(body)).toContain('Not published');
		expect(text(body)).toContain('Next run None: it is not published');
		expect(body.match(/<button[^>]* disabled[^>]* aria-describedby="bot-1-why"/g)).toHaveLength(2);
	});

	it('without a schedule runs on demand only', () => {
		expect(text(page({ workflows: [workflow('1', [asked, batch()])] }))).toContain(
			'Next run On demand only',
		);
	});

	it('says what an expression or a strange schedule makes unknowable', () => {
		const strange = { ...schedule, parameters: { rule: '={{ 1 }}' } };
		const words = text(page({ workflows: [workflow('1', [asked, strange, batch()])] }));
		expect(words).toMatch(/Next run .*its rules are an expression, so its time is not known\./);
	});

	it('never shows an address, only whether there is one', () => {
		const summaryEmail = { __rl: true, mode: 'email', value: 'somebody@example.com' };
		const body = page({ workflows: [workflow('1', [asked, batch({ summaryEmail })])] });
		expect(body).not.toContain('somebody');
		expect(text(body)).toContain('Summary e-mail yes');
	});

	it('draws its tags, and says in words what it draws', () => {
		const tags = ['Shopify', 'Amazon', 'eBay', 'Etsy', 'Woo', 'Magento', 'Catch'];
		const body = page({ workflows: [workflow('1', [asked, batch({ tags })])] });
		expect(body).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="bot-1-channels"/);
		expect(text(body)).toContain(
			'Payments of Shopify, Amazon, eBay, Etsy, Woo, Magento and Catch come into Cin7 Omni and go on to accounting in batches.',
		);
		expect(text(body)).toContain('and 2 more');
	});
});

describe('the page', () => {
	it('has a tab for each category, with the number of its bots', () => {
		const words = page({ workflows: [workflow('1'), workflow('2', [node('validateOrder')])] });
		expect(words.replace(/\s+/g, ' ')).toMatch(
			/All \(2\).*Accounting &amp; Admin \(1\).*Sales &amp; Orders \(1\)/,
		);
	});

	it('without bots says what one is and where to begin', () => {
		expect(text(page({}))).toContain('No bots yet');
	});

	it('says what was started, for a moment, and only of bots there are', () => {
		const workflows = [workflow('1')];
		expect(text(page({ workflows }, started('1')))).toContain(
			'Run of “Bot 1” was started just now.',
		);
		expect(page({ workflows }, started('1'))).toContain('id="updates"');
		const past = page({ workflows }, started('1', { at: now - 60_000 }));
		expect(past).not.toContain('was started');
		expect(past).not.toContain('id="updates"');
		for (const at of [Number.NaN, now + 60_000]) {
			expect(page({ workflows }, started('1', { at }))).not.toContain('was started');
		}
		expect(page({ workflows }, started('x'))).not.toContain('was started');
		const refused = text(page({ workflows }, started('1', { started: false })));
		expect(refused).toContain('n8n did not start “Bot 1”');
		expect(text(page({ workflows }, { created: '1' }))).toContain('“Bot 1” is created.');
	});

	it('says which lists could not be read, and shows the rest', () => {
		const refused = [{ error: 'Forbidden' }];
		const words = text(page({ workflows: [workflow('1')], executions: refused, history: refused }));
		expect(words).toContain('n8n did not give the list of executions: Forbidden.');
		expect(words).toContain('n8n did not give the run history: Forbidden.');
		expect(words).toContain('Last run Not known');
		expect(text(page({ workflows: refused }))).toContain('n8n did not give the list of workflows');
		expect(text(page({ workflows: refused }))).not.toContain('No bots yet');
	});

	it('has one heading, landmarks, a language, and nothing from outside', () => {
		for (const body of [
			page({ workflows: [workflow('1')] }),
			galleryPage('v', false),
			refusalPage('No.'),
		]) {
			expect(body.match(/<h1[ >]/g)).toHaveLength(1);
			expect(body).toMatch(/<html lang="en">[\s\S]*<header[\s\S]*<main[\s\S]*<footer/);
			const addresses = [...body.matchAll(/(?:src|href|action|url)\s*[=(]\s*["']?([^"')\s>]+)/g)];
			for (const [, address] of addresses) {
				expect(address).toMatch(/^(#|\?|data:|https:\/\/n8n\.example\.com\/)/);
			}
		}
	});

	it('draws 500 workflows in about a second of work', () => {
		const workflows = Array.from({ length: 500 }, (_, index) => workflow(`w${index}`));
		const executions = workflows.flatMap(({ id }, index) =>
			Array.from({ length: 10 }, (__, at) => execution(`${index}-${at}`, id)),
		);
		const history = workflows.map(({ id }, index) => row(id, `${index}-0`));
		const before = process.cpuUsage();
		const body = page({ workflows, executions, history });
		expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
		expect(body.match(/<article/g)).toHaveLength(500);
	});
});

describe('the gallery', () => {
	it('offers a form and a file for each template, and without a version only the file', () => {
		const body = galleryPage('the-version', false);
		const files = body.match(/download="[a-z-]+\.json"/g) ?? [];
		expect(files.length).toBeGreaterThanOrEqual(8);
		expect(body.match(/value="the-version"/g)).toHaveLength(files.length);
		expect(galleryPage(null, false).match(/<button[^>]* disabled/g)).toHaveLength(files.length);
		const [, json = ''] = /href="data:application\/json;charset=utf-8,([^"]+)"/.exec(body) ?? [];
		expect(JSON.parse(decodeURIComponent(json.replaceAll('&#39;', "'")))).toHaveProperty('nodes');
	});
});
