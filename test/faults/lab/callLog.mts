// What happened in an experiment, call by call: kept as it is, and put into words only when somebody wants to read it.
import { createHash } from 'node:crypto';
import type { Answer, Exchange, NoAnswer } from '../../../lib/cin7/transport';

interface Entry {
	step: number;
	process: string;
	exchange: Exchange;
	trouble: string;
	answer: Answer | NoAnswer | undefined;
}

export interface CallLog {
	add(
		process: string,
		exchange: Exchange,
		trouble: string,
		answer: Answer | NoAnswer | undefined,
	): void;
	/** Something that is no call. */
	note(text: string): void;
	/** How many calls and notes there were. */
	step(): number;
	writes(): number;
	/** Of one process, or of all. */
	calls(process?: string): number;
	/** The last calls in words, one to a line. */
	text(): string;
	/** Every call with its answer to the letter: two experiments that went the same way have the same. */
	digest(): string;
}

export function callLog(): CallLog {
	const entries: (Entry | string)[] = [];
	let writes = 0;
	return {
		add(process, exchange, trouble, answer) {
			if (exchange.method !== 'GET') writes += 1;
			entries.push({ step: entries.length, process, exchange, trouble, answer });
		},
		note: (text) => void entries.push(text),
		step: () => entries.length,
		writes: () => writes,
		calls: (process) =>
			entries.filter(
				(entry) => typeof entry !== 'string' && entry.process === (process ?? entry.process),
			).length,
		text: () =>
			entries.map((entry, step) => `${String(step).padStart(4)}  ${wordsOf(entry)}`).join('\n'),
		digest() {
			const hash = createHash('sha256');
			for (const entry of entries) {
				if (typeof entry === 'string') hash.update(entry);
				else {
					const { process, exchange, trouble, answer } = entry;
					const said = answer && ('status' in answer ? [answer.status, answer.body] : answer);
					hash.update(JSON.stringify([process, exchange, trouble, said]));
				}
			}
			return hash.digest('hex');
		},
	};
}

function wordsOf(entry: Entry | string): string {
	if (typeof entry === 'string') return `        ${entry}`;
	const { process, exchange, trouble, answer } = entry;
	const { method, path, query = '', body } = exchange;
	const asked = method === 'GET' ? conditionOf(query) : shortened(JSON.stringify(body ?? ''), 420);
	const what = `${process.padEnd(16)} ${method} ${path} ${asked}`;
	return [what, answerText(method, answer), trouble && `** ${trouble}`].filter(Boolean).join('  ');
}

function conditionOf(query: string): string {
	const where = new URLSearchParams(query).get('where') ?? '';
	return shortened(where, 160);
}

function answerText(method: string, answer: Answer | NoAnswer | undefined): string {
	if (answer === undefined) return '';
	if (!('status' in answer)) return `→ ${answer.noAnswer}`;
	const { status, body } = answer;
	if (status !== 200) return `→ ${status} ${shortened(body, 80)}`;
	try {
		const rows = JSON.parse(body) as Record<string, unknown>[];
		if (method === 'GET') return `→ ${rows.map(rowText).join(' ') || 'none'}`;
		const results = [rows].flat().map(({ success, id, errors }) => {
			return success ? String(id) : `refused (${String(errors)})`;
		});
		return `→ ${results.join(', ')}`;
	} catch {
		return `→ ${shortened(body, 60)}`;
	}
}

function rowText({ id, reference, status, reconcileDate }: Record<string, unknown>): string {
	const name = reference === undefined ? String(id) : `${String(reference)}(${String(id)})`;
	const state =
		status === undefined ? (reconcileDate ? '✓' : '') : `:${String(status).slice(0, 1)}`;
	return `${name}${state}`;
}

function shortened(text: string, most: number): string {
	return text.length <= most ? text : `${text.slice(0, most)}…`;
}
