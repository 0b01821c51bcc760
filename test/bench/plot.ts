import type { PeerName } from './peerProcess';
import { median } from './statistics';
import type { Rounds } from './throughput';

const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 80;
const TOP = 40;
const RIGHT = 200;
const BOTTOM = 60;

const LINES: ReadonlyArray<readonly [PeerName, string, string]> = [
	['bareWire', 'bare wire', '#8a8f98'],
	['helperWire', 'bare wire in n8n', '#2f9e44'],
	['bulkNode', 'HubSpot Bulk', '#d9480f'],
	['officialClient', '@hubspot/api-client in a loop', '#1971c2'],
	['officialParallel', '@hubspot/api-client, 20 loops', '#6741d9'],
];

/** Records per second by number of items, as SVG; both axes begin at the smallest size and at zero. */
export function plot(throughput: readonly Rounds[]): string {
	const sizes = [...new Set(throughput.map(({ items }) => items))].sort((a, b) => a - b);
	const most = Math.max(...throughput.map(({ perSecond }) => median(perSecond))) * 1.1;
	const inner = { width: WIDTH - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM };
	const span = Math.log10((sizes.at(-1) ?? 1) / (sizes[0] ?? 1)) || 1;
	const x = (items: number) => LEFT + (Math.log10(items / (sizes[0] ?? 1)) / span) * inner.width;
	const y = (perSecond: number) => TOP + inner.height * (1 - perSecond / most);
	const step = 10 ** Math.floor(Math.log10(most / 2));
	const marks = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
		text(LEFT, TOP - 16, 'Records per second, by number of items'),
		...marks.flatMap((mark) => [
			`<line x1="${LEFT}" x2="${LEFT + inner.width}" y1="${y(mark)}" y2="${y(mark)}" stroke="#e4e6ea"/>`,
			text(LEFT - 8, y(mark) + 4, mark.toLocaleString('en'), 'end'),
		]),
		...sizes.map((size) =>
			text(x(size), HEIGHT - BOTTOM + 22, size.toLocaleString('en'), 'middle'),
		),
		...LINES.flatMap(([peer, name, colour]) => {
			const points = throughput
				.filter((rounds) => rounds.peer === peer)
				.map(({ items, perSecond }) => [x(items), y(median(perSecond))] as const);
			const last = points.at(-1);
			if (!last) return [];
			const path = points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
			return [
				`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
				...points.map(([px, py]) => `<circle cx="${px}" cy="${py}" r="4" fill="${colour}"/>`),
				text(last[0] + 10, last[1] + 4, name, 'start', colour),
			];
		}),
		'</svg>',
		'',
	].join('\n');
}

function text(x: number, y: number, words: string, anchor = 'start', fill = '#2b2f36'): string {
	return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}">${words}</text>`;
}
