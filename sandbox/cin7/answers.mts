// Requests and answers without sockets, and the answers the API gives when something is not right.

export interface ApiRequest {
	method: string;
	/** For example `/api/v1/SalesOrders/12`. */
	path: string;
	/** What follows the question mark, as sent. */
	query: string;
	/** Names in lower case. */
	headers: Record<string, string | undefined>;
	body: string;
}

export interface Answer {
	/** 0 when there is none: see `transport`. */
	status: number;
	headers: Record<string, string>;
	body: string;
	/** The connection was reset, or nothing was ever answered. */
	transport?: 'reset' | 'timeout';
}

const json = { 'content-type': 'application/json; charset=utf-8' };

export function jsonAnswer(
	status: number,
	value: unknown,
	headers: Answer['headers'] = {},
): Answer {
	return { status, headers: { ...json, ...headers }, body: JSON.stringify(value) };
}

/** @param body JSON */
export function textAnswer(body: string): Answer {
	return { status: 200, headers: { ...json }, body };
}

export function messageAnswer(status: number, message: string): Answer {
	return jsonAnswer(status, { message });
}

export function noAnswer(transport: 'reset' | 'timeout'): Answer {
	return { status: 0, headers: {}, body: '', transport };
}

export const unauthorised = (): Answer =>
	messageAnswer(401, 'Authorization has been denied for this request.');

export const forbidden = (method: string, resource: string): Answer =>
	messageAnswer(403, `This API connection does not have permission to ${method} ${resource}.`);

export const noSuchPath = (path: string): Answer =>
	messageAnswer(404, `No HTTP resource was found that matches the request URI '${path}'.`);

export const methodNotAllowed = (method: string): Answer =>
	messageAnswer(405, `The requested resource does not support http method '${method}'.`);

export const brokenDown = (): Answer => messageAnswer(500, 'An error has occurred.');

export const unavailable = (): Answer =>
	htmlAnswer(503, 'Service Unavailable', 'The service is unavailable.');

/** The body is a text in quotes, not an object. */
export function throttled(message: string, retryAfter: number | undefined): Answer {
	const headers: Answer['headers'] =
		retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
	return jsonAnswer(429, message, headers);
}

/** What the web server in front of the API answers by itself. */
export function htmlAnswer(status: number, title: string, text: string): Answer {
	return {
		status,
		headers: { 'content-type': 'text/html' },
		body: `<!DOCTYPE html>
<html><head><title>${title}</title></head>
<body><h1>${title}</h1><p>${text}</p></body></html>`,
	};
}

export const queryTooLong = (): Answer =>
	htmlAnswer(
		404,
		'HTTP Error 404.15 - Not Found',
		'The request filtering module is configured to deny a request where the query string is too long.',
	);
