// The applications that the seller has authorised, with their credentials for Login with Amazon.
import { randomBytes } from 'node:crypto';

export interface App {
	/** How it is called in logs, which never show a credential. */
	name: string;
	clientId: string;
	clientSecret: string;
	refreshToken: string;
	/** The account's roles, or only those that every application has. */
	roles: 'account' | 'unrestricted';
	/** The seller took the authorisation back. */
	revoked: boolean;
	/** Access tokens of an earlier generation have expired. */
	generation: number;
	/** The secret before the last rotation, which works until `until` (milliseconds since 1970). */
	earlierSecret?: { secret: string; until: number };
}

/** After a rotation the earlier secret works for another seven days. */
export const earlierSecretFor = 7 * 86_400_000;

export function newApp(name: string, roles: App['roles']): App {
	return {
		name,
		clientId: `amzn1.application-oa2-client.${randomBytes(16).toString('hex')}`,
		clientSecret: newSecret(),
		refreshToken: `Atzr|${randomBytes(180).toString('base64url')}`,
		roles,
		revoked: false,
		generation: 1,
	};
}

export function newSecret(): string {
	return `amzn1.oa2-cs.v1.${randomBytes(32).toString('hex')}`;
}

/** With the account's own roles, for tests. */
export const exampleApp: Readonly<App> = {
	name: 'example',
	clientId: 'amzn1.application-oa2-client.example',
	clientSecret: 'amzn1.oa2-cs.v1.example',
	refreshToken: 'Atzr|example',
	roles: 'account',
	revoked: false,
	generation: 1,
};

/** Whether `secret` is the application's, now or until its rotation is through. */
export function knowsSecret(app: App, secret: string, now: number): boolean {
	const { earlierSecret } = app;
	if (secret === app.clientSecret) return true;
	return (
		earlierSecret !== undefined && secret === earlierSecret.secret && now < earlierSecret.until
	);
}
