// A record as it is kept: what JSON would make of it, and nobody can change it any more.

/** A copy that JSON reads and writes the same way, frozen through and through. */
export function frozen<T extends object>(value: T): Readonly<T> {
	return copy(value) as T;
}

function copy(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	if (Array.isArray(value)) {
		return Object.freeze(value.map((entry) => (entry === undefined ? null : copy(entry))));
	}
	const copied: Record<string, unknown> = {};
	for (const [name, inner] of Object.entries(value)) {
		if (inner !== undefined) copied[name] = copy(inner);
	}
	return Object.freeze(copied);
}
