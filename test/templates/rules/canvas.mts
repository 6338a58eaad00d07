// Where things stand in the editor: nothing on top of anything else, every node on one note, texts within their notes.
import type { INode } from 'n8n-workflow';
import { notesOf, noteText, workersOf, type Finding, type Rule } from '../template.mts';

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** n8n draws a node 96 wide and high, and its name below, in two lines at the most. */
const nodeSize = 96;
const nameHeight = 44;

export const canvas: Rule = (template) => {
	const find = (where: string, says: string): Finding => ({ rule: 'canvas', where, says });
	const nodes = workersOf(template).map((node) => ({ node, box: nodeBox(node) }));
	const notes = notesOf(template).map((node) => ({ node, box: noteBox(node) }));
	return [
		...pairs(nodes).map(([a, b]) => find(a.node.name, `It overlaps ${b.node.name}.`)),
		...pairs(notes).map(([a, b]) => find(a.node.name, `It overlaps the note ${b.node.name}.`)),
		...nodes.flatMap(({ node, box }) => {
			const touching = notes.filter((note) => overlap(note.box, box));
			const [only] = touching;
			if (touching.length !== 1) {
				return [find(node.name, `It stands on ${touching.length} notes.`)];
			}
			if (!contains(only.box, box)) return [find(node.name, 'It hangs over the edge of its note.')];
			return box.top < only.box.top + textHeight(only.node)
				? [find(node.name, `It stands on the text of ${only.node.name}.`)]
				: [];
		}),
		...notes
			.filter(({ node, box }) => textHeight(node) > box.bottom - box.top)
			.map(({ node }) => find(node.name, 'Its text is longer than the note.')),
	];
};

function nodeBox({ position: [left, top] }: INode): Box {
	return { left, top, right: left + nodeSize, bottom: top + nodeSize + nameHeight };
}

function noteBox({ position: [left, top], parameters }: INode): Box {
	const { width = 240, height = 160 } = parameters as { width?: number; height?: number };
	return { left, top, right: left + width, bottom: top + height };
}

/** About the height of a note's text as n8n sets it: a letter is some 6.6 wide, a line 20 high. */
function textHeight(note: INode): number {
	const { left, right } = noteBox(note);
	const inLine = (right - left - 32) / 6.6;
	return noteText(note)
		.split('\n')
		.reduce((height, line) => {
			const title = /^#+ /.test(line);
			const text = line.replace(/[*#]/g, '').trim();
			if (text === '') return height + 8;
			return height + Math.ceil((text.length * (title ? 1.35 : 1)) / inLine) * (title ? 28 : 20);
		}, 24);
}

function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function contains(outer: Box, inner: Box): boolean {
	return (
		outer.left <= inner.left &&
		outer.top <= inner.top &&
		outer.right >= inner.right &&
		outer.bottom >= inner.bottom
	);
}

function pairs<T extends { box: Box }>(all: readonly T[]): [T, T][] {
	return all.flatMap((a, at) =>
		all.slice(at + 1).flatMap((b): [T, T][] => (overlap(a.box, b.box) ? [[a, b]] : [])),
	);
}
