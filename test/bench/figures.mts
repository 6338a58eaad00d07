// What a measurement says: figures, each beside what it is compared with in the same run.

export interface Figure {
	/** Stable, for whoever reads the JSON: `calls.1000`. */
	key: string;
	/** In words, for the table. */
	what: string;
	value: number;
	/** `calls per 1,000 payments`, `×` for ratios. */
	unit: string;
	/** The most that it may be. */
	target?: number;
	/** The same of the peer: what somebody would build with n8n's own nodes, or what `peerIs` says. */
	peer?: number;
	peerIs?: string;
	note?: string;
}

/** A measurement: everything it needs is made by it and gone afterwards. */
export type Measure = () => Promise<Figure[]>;

export function isMet({ value, target }: Figure): boolean {
	return target === undefined || value <= target;
}

/** The middle one; of an even number the lower middle, so that it is one that was measured. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** To three significant digits: more is noise. */
export function rounded(value: number): number {
	return Number(value.toPrecision(3));
}
