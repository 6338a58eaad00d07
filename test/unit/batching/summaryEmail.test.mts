// The e-mail: all that a person needs to know, in HTML and in text, whatever Cin7's names hold.
import { grouped } from '../../../lib/money/grouped';
import type { PlannedBatch, SkippedPayment } from '../../../lib/batching/plan.types';
import { stoppedEmail, summaryEmail } from '../../../lib/batching/summary/email';
import { summaryOfStop } from '../../../lib/batching/summary/stopped';
import { summarise, type SummaryInput } from '../../../lib/batching/summary/summary';

const executionUrl = 'https://n8n.example.com/workflow/a/executions/7';

function batch(changes: Partial<PlannedBatch> = {}): PlannedBatch {
	return {
		channel: 'Shopify Example',
		branchId: 1,
		branchName: 'Main',
		paymentType: 'PayPal',
		currency: 'AUD',
		batchDay: '2026-06-01',
		totalMinor: 123456,
		kind: 'invoice',
		currencyRate: null,
		members: [{ paymentId: 1, orderId: 1, orderKind: 'S', amountMinor: 123456 }],
		lines: [],
		...changes,
	};
}

const skip = (reason: SkippedPayment['reason'], message: string): SkippedPayment => ({
	payment: { id: 9, amount: '1.00', method: 'PayPal' } as SkippedPayment['payment'],
	reason,
	message,
	channel: '',
	orderReference: '',
	currency: 'AUD',
});

function mail(changes: Partial<SummaryInput> = {}) {
	const input: SummaryInput = {
		operation: 'run',
		posting: 'cin7',
		botName: 'Every morning',
		startedAt: Date.parse('2026-06-01T20:00:00Z'),
		executionUrl,
		at: Date.parse('2026-06-01T20:00:00Z'),
		zone: 'Australia/Sydney',
		batches: [{ reference: 'BATCH-000001', batch: batch() }],
		comingAgain: [],
		toConfirm: 0,
		skipped: [],
		warnings: [],
		attention: [],
		finishedEarlier: [],
		fingerprint: 'f',
		matchesPreview: null,
		email: 'accounts@example.com',
		...changes,
	};
	return summaryEmail(summarise(input), input);
}

const both = ({ html, text }: { html: string; text: string }) => [html, text];

it.each([
	['1', '1'],
	['1234', '1,234'],
	['-1234567.5', '-1,234,567.5'],
	['-123.00', '-123.00'],
	['0.1234567', '0.1234567'],
	['100000', '100,000'],
])('%s is read as %s', (amount, text) => expect(grouped(amount)).toBe(text));

it('says what was batched, when, what it comes to, and where to look', () => {
	const written = mail();
	expect(written.subject).toBe('Every morning: Batched 1 payment in 1 batch');
	for (const body of both(written)) {
		expect(body).toContain('BATCH-000001');
		expect(body).toContain('1,234.56 AUD');
		expect(body).toContain('2026-06-02 06:00 Australia/Sydney');
		expect(body).toContain('Next step: Match each batch');
		expect(body).toContain(executionUrl);
		expect(body).not.toContain('Preview');
	}
});

it('of a Preview, the subject and the first lines say that nothing was changed', () => {
	const written = mail({ operation: 'preview' });
	expect(written.subject).toMatch(/^Every morning \(Preview\): A run now would batch/);
	for (const body of both(written)) {
		const said = body.indexOf('This is a Preview: nothing was changed in Cin7.');
		expect(said).toBeGreaterThan(0);
		expect(said).toBeLessThan(body.indexOf('Totals'));
	}
});

it('adds up per currency, also what has no cents', () => {
	const yen = batch({ currency: 'JPY', totalMinor: -1234567, kind: 'creditNote' });
	const written = mail({
		batches: [
			{ reference: 'BATCH-000001', batch: batch() },
			{ reference: 'BATCH-000002', batch: yen },
		],
	});
	expect(written.text).toContain('AUD | 1, 1 payment | 1,234.56');
	expect(written.text).toContain('JPY | 1, 1 payment | -1,234,567');
});

it('says what was left out and why; what a person can do something about, one by one', () => {
	const written = mail({
		skipped: [
			skip('ignored', 'It is set to Ignore.'),
			skip('partlyPaid', 'Order #7 is not paid in full.'),
			skip('partlyPaid', 'Order #7 is not paid in full.'),
			skip('batchDocument', 'It is the payment of a batch.'),
		],
	});
	for (const body of both(written)) {
		expect(body).toContain('Set to Ignore');
		expect(body.split('Order #7 is not paid in full.')).toHaveLength(2);
		expect(body).not.toContain('It is set to Ignore.');
		expect(body).not.toContain('Payment of a batch');
	}
});

it('what needs attention stands first, and warnings are there', () => {
	const written = mail({ attention: ['Look at BATCH-000001.'], warnings: ['A refund differs.'] });
	expect(written.text.indexOf('Look at BATCH-000001.')).toBeLessThan(
		written.text.indexOf('Totals'),
	);
	expect(written.text).toContain('  - A refund differs.');
});

it('counts what is too much for a mail', () => {
	const many = Array.from({ length: 203 }, (_, index) => ({
		reference: `BATCH-${index}`,
		batch: batch(),
	}));
	const warnings = Array.from({ length: 30 }, (_, index) => `Warning ${index}.`);
	const written = mail({ batches: many, warnings });
	expect(written.text).toContain('… and 3 more in the output of the node');
	expect(written.text).toContain('… and 5 more in the output of the node');
	expect(written.html.match(/<tr>/g)).toHaveLength(200 + 2 + 1);
});

it('names are text in HTML, and a subject is one line', () => {
	const nasty = `<script>alert("1")</script>&'`;
	const written = mail({
		botName: `A\r\nBcc: thief@example.com ${nasty}`,
		batches: [{ reference: nasty, batch: batch({ channel: nasty, branchName: nasty }) }],
		warnings: [nasty],
		attention: [nasty],
		skipped: [skip('overPaid', nasty)],
	});
	expect(written.html).not.toContain('<script');
	expect(written.html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
	expect(written.subject).not.toMatch(/[\r\n]/);
});

it('takes nothing from outside, and has no link where n8n does not say where it is', () => {
	expect(mail().html).not.toMatch(/src=|url\(|<style|<link/);
	expect(both(mail({ executionUrl: '' })).join('')).not.toContain('Open the execution');
});

describe('of something that stopped', () => {
	const stop = {
		operation: 'run' as const,
		botName: '',
		startedAt: Date.parse('2026-06-01T20:00:00Z'),
		zone: 'Mars/Olympus',
		executionUrl,
		message: 'Cin7 did not accept the key.',
		whatToDo: 'Check the credential.',
		halfWay: true,
	};

	it('says what happened and what to do, in UTC when the zone is what is wrong', () => {
		const written = stoppedEmail(summaryOfStop(stop));
		expect(written.subject).toBe('Batch Ecommerce Orders stopped: Cin7 did not accept the key');
		for (const body of both(written)) {
			expect(body).toContain('What to do: Check the credential. If batches were begun,');
			expect(body).toContain('2026-06-01 20:00 UTC');
			expect(body).toContain(executionUrl);
		}
	});

	it('knows no numbers', () => {
		const { batches, payments, skippedPayments, result } = summaryOfStop(stop);
		expect([batches, payments, skippedPayments, result]).toEqual([null, null, null, 'failed']);
	});
});
