/** The channel diagram of a bot: its channels, Cin7 Omni, and accounting where payments are batched. Inline SVG. */
import { inWords } from '../../text/words';
import type { ChannelFlow } from '../channels';
import { html, type Html } from './html';

const mostDrawn = 6;
const box = { width: 124, height: 26, gap: 8 };
const widths = { withAccounting: 340, withoutAccounting: 232 };
const hub = { x: 150, width: 76 };

/**
 * Null where there is nothing to draw: a bot without channels.
 * @param id of its title, unlike any other on the page
 */
export function diagram({ channels, accounting }: ChannelFlow, id: string): Html | null {
	if (channels.length === 0) return null;
	const drawn = channels.length > mostDrawn ? channels.slice(0, mostDrawn - 1) : channels;
	const left = channels.length - drawn.length;
	const labels = left === 0 ? drawn : [...drawn, `and ${left} more`];
	const height = labels.length * (box.height + box.gap) - box.gap + 4;
	const middle = height / 2;
	const width = accounting ? widths.withAccounting : widths.withoutAccounting;
	return html`<svg
		class="diagram"
		role="img"
		aria-labelledby="${id}"
		viewBox="0 0 ${width} ${height}"
		style="max-width:${width}px"
	>
		<title id="${id}">${inWordsOf(channels, accounting)}</title>
		${labels.map((label, index) => channelBox(label, 2 + index * (box.height + box.gap), middle))}
		${labelledBox('Cin7 Omni', hub.x, middle, hub.width, 'hub')}
		${accounting &&
		html`${arrow(hub.x + hub.width, middle, 258, middle)}${labelledBox(
			'Accounting',
			262,
			middle,
			76,
			'end',
		)}`}
	</svg>`;
}

/** What the picture says, for those who do not see it. */
function inWordsOf(channels: readonly string[], accounting: boolean): string {
	const from = `${accounting ? 'Payments' : 'Orders'} of ${inWords(channels)} come into Cin7 Omni`;
	return accounting ? `${from} and go on to accounting in batches.` : `${from}.`;
}

function channelBox(label: string, top: number, middle: number): Html {
	const centre = top + box.height / 2;
	const lead = arrow(box.width + 2, centre, hub.x - 4, middle);
	return html`${lead}${labelledBox(label, 2, centre, box.width, 'channel')}`;
}

function labelledBox(label: string, x: number, centre: number, width: number, kind: string): Html {
	const top = centre - box.height / 2;
	return html`<g class="${kind}"
		><rect x="${x}" y="${top}" width="${width}" height="${box.height}" rx="6" /><text
			x="${x + width / 2}"
			y="${centre + 4}"
			>${shortened(label, width)}</text
		></g
	>`;
}

function arrow(fromX: number, fromY: number, toX: number, toY: number): Html {
	const bend = (fromX + toX) / 2;
	return html`<path
			class="lead"
			d="M${fromX} ${fromY}C${bend} ${fromY} ${bend} ${toY} ${toX} ${toY}"
		/><path class="tip" d="M${toX - 5} ${toY - 4}l6 4-6 4z" />`;
}

/** The whole name is in the title and among the settings. */
function shortened(label: string, width: number): string {
	const letters = [...label];
	// Of wide letters, so that a name never comes to the edge.
	const room = Math.floor(width / 7.6);
	return letters.length <= room
		? label
		: `${letters
				.slice(0, room - 1)
				.join('')
				.trimEnd()}…`;
}
