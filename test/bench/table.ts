import type { PeerName } from './peerProcess';
import { ratio, type Results } from './results';
import { median, rounded } from './statistics';
import { SLOW_MS, type Rounds } from './throughput';

const NAMES: Readonly<Record<PeerName, string>> = {
	bulkNode: 'HubSpot Bulk',
	bareWire: 'bare wire',
	helperWire: 'bare wire in n8n',
	officialClient: '@hubspot/api-client in a loop',
	officialParallel: '@hubspot/api-client, 20 loops',
	perItem: 'one request per item',
	loopOverItems: 'Loop Over Items + HTTP Request',
};

/** The results as Markdown. */
export function tables({ throughput, slow, memory, ceilings, isolation }: Results): string {
	return [
		'### Records per second',
		table(
			[
				...['items', 'answer time, ms', 'who', 'records/s', 'node ÷ this', 'CPU µs per record'],
				...['requests', 'least'],
			],
			[...throughput, ...slow].map((rounds) => [
				grouped(rounds.items),
				String(slow.includes(rounds) ? SLOW_MS : 0),
				NAMES[rounds.peer],
				grouped(Math.round(median(rounds.perSecond))),
				rounds.peer === 'bulkNode' ? '' : String(ratioIn(throughput, slow, rounds)),
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

/** A request per item takes so long that fewer items must do. */
function ratioIn(all: readonly Rounds[], slow: readonly Rounds[], rounds: Rounds): number {
	if (!slow.includes(rounds)) return ratio(all, rounds.items, rounds.peer);
	const node = slow.find(({ peer }) => peer === 'bulkNode');
	const times = median(node?.perSecond ?? []) / median(rounds.perSecond);
	return rounded(times, times > 10 ? 0 : 2);
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function grouped(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
