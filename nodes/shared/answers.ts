/** n8n's responses and errors as the client's answers: status, headers and text, and never more of an error than its code. */
import type { Answer, NoAnswer } from '../../lib/http/answer';

/** The answer in a full response of n8n's request helpers. */
export function answerFrom(response: unknown): Answer | NoAnswer {
	const { statusCode, headers, body } = (response ?? {}) as Record<string, unknown>;
	if (typeof statusCode !== 'number') return { noAnswer: 'no status' };
	return {
		status: statusCode,
		headers: Object.fromEntries(
			Object.entries((headers ?? {}) as Record<string, unknown>).map(([name, value]) => [
				name.toLowerCase(),
				String(value),
			]),
		),
		body: typeof body === 'string' ? body : (JSON.stringify(body) ?? ''),
	};
}

/**
 * Why there was no answer: a code such as `ECONNRESET`, otherwise n8n's words without addresses. The error itself holds
 * the request with its key or token, so nothing else of it is kept.
 * @param shown makes words fit to be shown
 */
export function noAnswerFrom(error: unknown, shown: (text: string) => string): NoAnswer {
	for (let cause = error, depth = 0; isRecord(cause) && depth < 5; cause = cause.cause, depth++) {
		if (typeof cause.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(cause.code)) {
			return { noAnswer: cause.code };
		}
	}
	const message = isRecord(error) && typeof error.message === 'string' ? error.message : '';
	const words = shown(message.replace(/\bhttps?:\/\/\S+/gi, 'the address')).slice(0, 120);
	return { noAnswer: words || 'no answer' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
