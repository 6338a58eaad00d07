// What SP-API and Login with Amazon answer, and the answers they give when something is not right. The texts are
// Amazon's own where they are known.
import type { Answer } from '../cin7/answers.mts';

/** `transport` `brokenOff`: the connection ends in the middle of the body that was announced. */
export interface AmazonAnswer extends Omit<Answer, 'transport'> {
	transport?: 'reset' | 'timeout' | 'brokenOff';
}

const json = { 'content-type': 'application/json' };

export function jsonAnswer(status: number, value: unknown): AmazonAnswer {
	return { status, headers: { ...json }, body: JSON.stringify(value) };
}

/** An SP-API refusal: a list of one. */
export function refusal(
	status: number,
	code: string,
	message: string | null,
	details = '',
): AmazonAnswer {
	return jsonAnswer(status, { errors: [{ code, message, details }] });
}

const denied = 'Access to requested resource is denied.';

export const tokenMissing = (): AmazonAnswer =>
	refusal(403, 'Unauthorized', denied, 'Access token is missing in the request header.');

export const tokenInvalid = (): AmazonAnswer =>
	refusal(
		403,
		'Unauthorized',
		denied,
		'The access token you provided is revoked, malformed or invalid.',
	);

export const tokenExpired = (): AmazonAnswer =>
	refusal(403, 'Unauthorized', denied, 'The access token you provided has expired.');

/** A role is missing, the region is another, or there is nothing at this address: Amazon does not say which. */
export const accessDenied = (): AmazonAnswer => refusal(403, 'Unauthorized', denied);

export const invalidInputText =
	'The input you have submitted is not valid. Please check your input and try again.';

/** `details` says which parameter, which Amazon often leaves to guess. */
export const invalidInput = (details: string): AmazonAnswer =>
	refusal(400, 'InvalidInput', invalidInputText, details);

/** A token that has expired is answered like one that does not fit: no document tells them apart. */
export const paginationTokenInvalid = (): AmazonAnswer =>
	refusal(
		400,
		'InvalidInput',
		'The paginationToken you have submitted is not valid. All parameters must match the original request except maxResultsPerPage.',
	);

export const orderNotFound = (): AmazonAnswer =>
	refusal(404, 'NotFound', 'The requested order was not found.');

export const quotaExceeded = (): AmazonAnswer =>
	refusal(429, 'QuotaExceeded', 'You exceeded your quota for the requested resource.');

export const internalFailure = (): AmazonAnswer =>
	refusal(500, 'InternalFailure', 'We encountered an internal error. Please try again.');

export const serviceUnavailable = (): AmazonAnswer =>
	refusal(503, 'ServiceUnavailable', 'Service is temporarily unavailable. Please try again.');

/** A refusal of Login with Amazon, which has its own form. */
export function lwaRefusal(status: number, error: string, description: string): AmazonAnswer {
	return jsonAnswer(status, { error, error_description: description });
}

export const clientUnknown = (): AmazonAnswer =>
	lwaRefusal(401, 'invalid_client', 'Client authentication failed');

export const grantInvalid = (): AmazonAnswer =>
	lwaRefusal(
		400,
		'invalid_grant',
		"The request has an invalid grant parameter : refresh_token. User may have revoked or didn't grant the permission.",
	);

export const grantTypeUnsupported = (): AmazonAnswer =>
	lwaRefusal(
		400,
		'unsupported_grant_type',
		'The authorization grant type is not supported by the authorization server',
	);

export const parameterMissing = (name: string): AmazonAnswer =>
	lwaRefusal(400, 'invalid_request', `The request is missing a required parameter : ${name}`);
