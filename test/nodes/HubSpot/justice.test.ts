import fc from 'fast-check';
import { firstBatch, type Batch, type Named } from '../../../nodes/bulk/batch';
import { isolate } from '../../../nodes/bulk/isolate';
import type { HubSpotGroup } from '../../../nodes/HubSpot/group';
import { readRefusal } from '../../../nodes/HubSpot/readRefusal';
import { answerOf, entry, invalid, recordsOf } from './records';

type Row = Record<string, string>;

/** Ways in which HubSpot may word a complaint about a value; captures show only some. */
const WORDINGS = {
	valueFirst: (value: string) => `${value} was not one of the allowed options: [red, blue]`,
	valueLast: (value: string) => `Allowed options are red and blue, not ${value}`,
	shortened: (value: string) => `${value.slice(0, 3)}… is not among red, blue`,
	unnamed: () => 'the value is not one of the allowed options',
} as const;

interface World {
	readonly rows: readonly Row[];
	readonly wording: keyof typeof WORDINGS;
	readonly givesValue: boolean;
	readonly listsInMessage: boolean;
	readonly onlyFirst: boolean;
}

const GOOD = ['red', 'blue'];
const value = fc.constantFrom('red', 'blue', 'prple', 'Red', 'bluegreen', 'red blue');
const anyWorld: fc.Arbitrary<Omit<World, 'wording'>> = fc.record({
	rows: fc.array(
		fc.record(
			{ colour: value, shade: value, nickname: fc.constant('x') },
			{ requiredKeys: ['colour'] },
		),
		{ minLength: 1, maxLength: 12 },
	),
	givesValue: fc.boolean(),
	listsInMessage: fc.boolean(),
	onlyFirst: fc.boolean(),
});

/** What HubSpot finds wrong: `nickname` does not exist, the other two are options. */
function complaintsAbout(row: Row, { wording, givesValue }: World) {
	return Object.entries(row).flatMap(([name, text]) => {
		if (name === 'nickname') {
			return [entry('PROPERTY_DOESNT_EXIST', name, 'Property "nickname" does not exist')];
		}
		if (GOOD.includes(text)) return [];
		return [entry('INVALID_OPTION', name, WORDINGS[wording](text), givesValue ? text : undefined)];
	});
}

function judge(world: World) {
	const group: HubSpotGroup = { objectType: 'contacts', idProperty: undefined };
	const records = recordsOf(world.rows.map((row, n) => [String(n), row]));
	const queue: Array<Batch<HubSpotGroup>> = [firstBatch(group, records, 1)];
	const rejected = new Set<number>();
	const written = new Set<number>();
	let requests = 0;
	const convict = (named: ReadonlyArray<Named<HubSpotGroup>>) => {
		for (const { record } of named) rejected.add(record.item);
	};
	for (let batch = queue.shift(); batch; batch = queue.shift()) {
		requests += 1;
		const found = batch.records.flatMap(({ item }) =>
			complaintsAbout(world.rows[item] ?? {}, world),
		);
		if (found.length === 0) {
			convict(batch.onTrial);
			for (const { item } of batch.records) written.add(item);
			continue;
		}
		const body = invalid(...(world.onlyFirst ? found.slice(0, 1) : found));
		const told = world.listsInMessage
			? body
			: { ...body, message: 'Property values were not valid' };
		const reading = readRefusal(answerOf(400, told), batch.records);
		if (reading.kind !== 'refused') throw new Error(`read as ${reading.kind}`);
		const { convicted, batches } = isolate(batch, reading.refusal);
		convict(convicted);
		queue.push(...batches);
	}
	return { rejected, written, requests };
}

describe('HubSpot, finding the records to blame', () => {
	it.each(['valueFirst', 'valueLast', 'shortened', 'unnamed'] as const)(
		'rejects exactly the bad ones where HubSpot words its complaints like this: %s',
		(wording) => {
			fc.assert(
				fc.property(anyWorld, (most) => {
					const world = { ...most, wording };
					const { rejected, written } = judge(world);
					world.rows.forEach((row, item) => {
						const bad = complaintsAbout(row, world).length > 0;
						expect([item, rejected.has(item), written.has(item)]).toEqual([item, bad, !bad]);
					});
				}),
				{ numRuns: 3000 },
			);
		},
	);

	it('needs two requests where HubSpot names the values as its captures show', () => {
		const rows = Array.from({ length: 100 }, (_, n) => ({
			colour: n % 9 === 4 ? `bad${n}` : 'red',
		}));
		const world = { wording: 'valueFirst', givesValue: false, onlyFirst: false } as const;
		expect(judge({ rows, listsInMessage: true, ...world }).requests).toBe(2);
	});
});
