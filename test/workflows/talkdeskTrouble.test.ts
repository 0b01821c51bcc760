import { TALKDESK_FAULTS, type Fault } from '../sandbox';
import { useVirtualTime, type VirtualTime } from '../engine/virtualTime';
import { tally } from './bench';
import { createTalkdeskBench, type TalkdeskBench, type TalkdeskSetup } from './talkdeskBench';

let bench: TalkdeskBench;
let time: VirtualTime;
beforeEach(async () => {
	bench = await createTalkdeskBench();
	time = useVirtualTime({ held: () => bench.sandbox.heldRequests() });
});
afterEach(async () => {
	time.restore();
	await bench.stop();
});

const run = async (count: number, setup?: TalkdeskSetup) =>
	await time.drive(bench.run(bench.items(count), setup));

const onBatches = (fault: Fault, times?: number) => {
	bench.sandbox.talkdesk.faults.add({
		when: ({ path }) => path.endsWith('/bulks'),
		fault,
		...(times !== undefined && { times }),
	});
};

describe('A record list', () => {
	it('that does not exist ends the run at the first request, with advice', async () => {
		const recordList = { __rl: true, mode: 'id', value: 'b3eb858c-e880-4938-bba3-bd5b733dd9b5' };
		const { failures } = await run(250, { parameters: { recordList } });
		expect(bench.batches()).toHaveLength(1);
		expect(tally(failures)).toEqual({ 'rejected 0530910': 100, 'notSent 0530910': 150 });
		expect(failures[0]?.message).toBe(
			'Talkdesk rejected item 0: Record List not found. Choose the list again in Record List. (0530910)',
		);
	});

	it('whose ID could steer the path is refused before anything is sent', async () => {
		const recordList = { __rl: true, mode: 'id', value: '={{ ".." }}' };
		const { failures } = await run(3, { parameters: { recordList } });
		expect(tally(failures)).toEqual({ 'rejected INVALID_RECORD_LIST': 3 });
		expect(bench.sandbox.calls).toHaveLength(0);
	});

	it('can differ from item to item', async () => {
		const { talkdesk } = bench.sandbox;
		const other = talkdesk.seedList('Another', 'NOTHING');
		const [id] = talkdesk.seedRecords(other, 1);
		const items = [
			...bench.items(2, (item) => ({ ...item, list: bench.listId })),
			{ 'Record ID': id, last_name: 'There', list: other },
		];
		const { success } = await time.drive(
			bench.run(items, {
				parameters: {
					recordList: { __rl: true, mode: 'id', value: '={{ $json.list }}' },
					extraData: 'none',
				},
			}),
		);
		expect(success).toHaveLength(3);
		expect(talkdesk.store.get(other, String(id))?.last_name).toBe('There');
		expect(bench.batches()).toHaveLength(2);
	});
});

describe('Being told to wait', () => {
	it.each(['header', 'body'] as const)(
		'for 7 s in the %s: waits and loses nothing',
		async (hint) => {
			onBatches(TALKDESK_FAULTS.tooMany429(hint, 7), 1);
			const { success } = await run(300);
			expect(success).toHaveLength(300);
			expect(time.elapsedMs()).toBeGreaterThanOrEqual(7000);
			expect(time.elapsedMs()).toBeLessThan(8000);
		},
	);

	it('without saying how long: waits longer each time', async () => {
		onBatches(TALKDESK_FAULTS.tooMany429(), 3);
		const { success } = await run(100);
		expect(success).toHaveLength(100);
		expect(time.elapsedMs()).toBeGreaterThanOrEqual(1000 + 2000 + 4000);
	});

	it('a limit nobody documents: waits as often as it takes', async () => {
		bench.sandbox.talkdesk.limits.callsPerSecond = 2;
		const { success } = await run(3000);
		expect(success).toHaveLength(3000);
	});
});

describe('Answers that get lost', () => {
	it.each<[string, Fault]>([
		['reset after the write', { kind: 'resetAfterApply' }],
		['cut in the middle', { kind: 'cutAnswer' }],
		['502 as a web page after the write', TALKDESK_FAULTS.gateway(502, 'before')],
		['500 in the envelope of the API', TALKDESK_FAULTS.broken500('before')],
		['202 and no body', TALKDESK_FAULTS.accepted202()],
	])(
		'%s: sent again, since setting the same values twice is setting them once',
		async (_, fault) => {
			onBatches(fault, 2);
			const { success } = await run(300);
			expect(success).toHaveLength(300);
			expect(bench.batches()).toHaveLength(5);
		},
	);

	it('merging extra data again changes nothing', async () => {
		const [item = {}] = bench.items(1, (json) => ({ ...json, tier: 'platinum' }));
		const before = bench.stored(item)?.extra_data;
		onBatches({ kind: 'resetAfterApply' }, 1);
		const { success } = await time.drive(bench.run([item]));
		expect(success).toHaveLength(1);
		expect(bench.batches()).toHaveLength(2);
		expect(bench.stored(item)?.extra_data).toEqual({ ...before, tier: 'platinum' });
	});
});

describe('Parameters', () => {
	it.each([
		[{ idField: '={{ "" }}' }, 'ID Field is empty'],
		[{ extraData: 'only', extraDataFields: '' }, 'Extra Data Fields is empty'],
		[{ phoneNumbers: { number: [{ field: '', type: 'MOBILE' }] } }, 'Phone Numbers is incomplete'],
	])('%j: no item is sent, each with the sentence', async (parameters, words) => {
		const { failures } = await run(3, { parameters });
		expect(tally(failures)).toEqual({ 'notSent NODE_PARAMETERS': 3 });
		expect(failures[2]?.message).toContain(words);
		expect(bench.sandbox.calls).toHaveLength(0);
	});
});
