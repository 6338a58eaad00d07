// What changes in Seller Central and the developer console: authorisations taken back and given again, secrets rotated.
import { earlierSecretFor, newSecret } from './apps.mts';
import type { App } from './apps.mts';

export interface Authorisation {
	/** Only this application; all when left out. */
	app?: string;
	/** The seller took the authorisation back (true) or gave it again (false). */
	revoked?: boolean;
	/** Access tokens that were given so far have expired. */
	expireTokens?: boolean;
}

/** The applications after a change. @throws Error when there is no application of that name */
export function authorisation(apps: readonly App[], change: Authorisation): App[] {
	const { app: name, revoked, expireTokens } = change;
	if (name !== undefined) named(apps, name);
	return apps.map((app) =>
		name !== undefined && app.name !== name
			? app
			: {
					...app,
					revoked: revoked ?? app.revoked,
					generation: app.generation + (expireTokens === true ? 1 : 0),
				},
	);
}

/**
 * The applications with a new secret for one of them.
 * @param graceMs milliseconds for which the old secret works on; Amazon's seven days when left out
 */
export function rotateSecret(
	apps: readonly App[],
	name: string,
	now: number,
	graceMs: number = earlierSecretFor,
): App[] {
	const { clientSecret } = named(apps, name);
	const earlierSecret = { secret: clientSecret, until: now + graceMs };
	return apps.map((app) =>
		app.name === name ? { ...app, clientSecret: newSecret(), earlierSecret } : app,
	);
}

function named(apps: readonly App[], name: string): App {
	const app = apps.find((one) => one.name === name);
	if (app !== undefined) return app;
	throw new Error(
		`There is no application ${name}. Applications: ${apps.map((one) => one.name).join(', ')}.`,
	);
}
