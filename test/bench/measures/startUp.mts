// n8n's start with the package in it, next to one without and one with another community package.
import type { Figure } from '../figures.mts';
import { rounded } from '../figures.mts';
import { peer, startUp } from '../startUp.mts';

export async function measure(): Promise<Figure[]> {
	const { load, start } = await startUp();
	const ratio = (name: 'wallMs' | 'cpuMs' | 'rssMiB', variant: string) =>
		rounded(start[variant][name] / start.none[name]);
	const compared = (name: 'wallMs' | 'cpuMs' | 'rssMiB', key: string, what: string): Figure => ({
		key: `startUp.${key}`,
		what: `${what}, of n8n with the package to n8n without`,
		value: ratio(name, 'ours'),
		unit: '×',
		peer: ratio(name, 'peer'),
		peerIs: peer,
	});
	const loaded = (name: 'cpuMs' | 'heapMiB', key: string, what: string, unit: string): Figure => ({
		key: `startUp.${key}`,
		what,
		value: load.ours[name],
		unit,
		peer: load.peer[name],
		peerIs: peer,
	});
	return [
		loaded('cpuMs', 'load', 'CPU time that n8n needs to load the package', 'ms'),
		loaded('heapMiB', 'heap', 'Memory that the loaded package keeps', 'MiB'),
		compared('wallMs', 'wall', 'Time until ready'),
		compared('cpuMs', 'cpu', 'CPU time until ready'),
		compared('rssMiB', 'resident', 'Resident memory when ready'),
	];
}
