import type { PeerName } from './peerProcess';
import { ratio, type Results } from './results';
import { median } from './statistics';
import type { Rounds } from './throughput';

const NAMES: Readonly<Record<PeerName, string>> = {
	bulkNode: 'HubSpot Bulk',
	bareWire: 'bare wire',
	helperWire: 'bare wire in n8n',
	officialClient: '@hubspot/api-client',
	perItem: 'one request per item',
};

/** The results as Markdown. */
export function tables({ throughput, slow, memory, ceilings, isolation }: Results): string {
	return [
		'### Records per second',
		table(
			['items', 'who', 'records/s', 'node ÷ this', 'CPU µs per record', 'requests', 'least'],
			[...throughput, ...slow].map((rounds) => [
				grouped(rounds.items),
				NAMES[rounds.peer],
				grouped(Math.round(median(rounds.perSecond))),
				rounds.peer === 'bulkNode' ? '' : ratioIn(throughput, slow, rounds),
				median(rounds.cpuUsPerRecord).toFixed(1),
				rounds.requests === 0 ? '' : grouped(rounds.requests),
				rounds.requests === 0 ? '' : grouped(rounds.leastRequests),
			]),
		),
		'### Memory',
		table(
			['items', 'input and output, MiB', 'above both, MiB'],
			memory.map(({ items, keptBytes, extraBytes }) => [
				grouped(items),
				(keptBytes / 1024 ** 2).toFixed(0),
				(extraBytes / 1024 ** 2).toFixed(1),
			]),
		),
		"### Share of the vendor's limit",
		table(
			['vendor', 'answer time, ms', 'share', '429'],
			ceilings.map(({ vendor, latencyMs, share, answers429 }) => [
				vendor,
				String(latencyMs),
				`${(share * 100).toFixed(1)} %`,
				String(answers429),
			]),
		),
		'### Finding bad records',
		table(
			['bad records of 100', 'the refusal names the value', 'more requests', 'ms for 1,000 items'],
			isolation.map(({ badPerHundred, named, moreRequests, ms }) => [
				String(badPerHundred),
				named ? 'yes' : 'no',
				moreRequests.toFixed(1),
				ms.toFixed(0),
			]),
		),
	].join('\n\n');
}

function ratioIn(all: readonly Rounds[], slow: readonly Rounds[], { items, peer }: Rounds): string {
	if (peer !== 'perItem') return ratio(all, items, peer).toFixed(2);
	const node = slow.find((rounds) => rounds.peer === 'bulkNode');
	const other = slow.find((rounds) => rounds.peer === 'perItem');
	return (median(node?.perSecond ?? []) / median(other?.perSecond ?? [])).toFixed(0);
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function grouped(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
