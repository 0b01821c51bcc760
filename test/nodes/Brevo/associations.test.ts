import fc from 'fast-check';
import { linksReader, portionsOf, type Association } from '../../../nodes/Brevo/associations';
import { isRejection } from '../../../nodes/bulk/record';

const contact: Association = {
	objectType: 'contact',
	action: 'link',
	identifiedBy: 'id',
	field: 'contacts',
};
const garage: Association = {
	objectType: 'garage',
	action: 'link',
	identifiedBy: 'extId',
	field: 'garages',
};
const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function linksOf(associations: readonly Association[], json: object) {
	const read = linksReader(associations)(json as never);
	if (isRejection(read)) throw new Error(read.rejected.message);
	return read.links;
}

describe('linksReader', () => {
	it.each([
		[512, [512]],
		['512', [512]],
		['512, 513', [512, 513]],
		[
			[512, '513'],
			[512, 513],
		],
		[[512, 512, null, ''], [512]],
	])('reads contacts from %p', (contacts, ids) => {
		expect(linksOf([contact], { contacts })).toEqual([
			{
				object_type: 'contact',
				action: 'link',
				records: ids.map((id) => ({ identifiers: { id } })),
			},
		]);
	});

	it('takes a text with a comma for one external ID', () => {
		expect(linksOf([garage], { garages: 'Müller, Söhne' })).toEqual([
			{
				object_type: 'garage',
				action: 'link',
				records: [{ identifiers: { ext_id: 'Müller, Söhne' } }],
			},
		]);
	});

	it('links nothing where the field is empty or missing', () => {
		expect(linksOf([contact, garage], { contacts: [], garages: ' ' })).toEqual([]);
		expect(linksOf([contact], {})).toEqual([]);
	});

	it('makes one entry of all fields for one object type and action', () => {
		const second = { ...contact, field: 'driver' };
		const unlink = { ...contact, action: 'unlink', field: 'former' } as const;
		const links = linksOf([contact, second, unlink], { contacts: [1, 2], driver: 2, former: 3 });
		expect(links.map(({ action, records }) => [action, records.length])).toEqual([
			['link', 2],
			['unlink', 1],
		]);
	});

	it('rejects what is no ID, and names the field', () => {
		expect(linksReader([contact])({ contacts: [1, 'anna@example.com'] })).toEqual({
			rejected: expect.objectContaining({ code: 'INVALID_LINK', field: 'contacts' }) as unknown,
		});
	});

	it('rejects linking and unlinking the same record', () => {
		const unlink = { ...contact, action: 'unlink', field: 'former' } as const;
		expect(linksReader([contact, unlink])({ contacts: [1, 2], former: '2' })).toEqual({
			rejected: expect.objectContaining({
				code: 'CONTRADICTORY_LINKS',
				field: 'former',
				message: 'the same contact is to be linked and unlinked',
			}) as unknown,
		});
	});
});

describe('portionsOf', () => {
	it('is one portion, empty, where there are no links', () => {
		expect(portionsOf([])).toEqual([[]]);
	});

	it('holds every link once, in order, at most ten of each object type and action', () => {
		const counts = fc.array(fc.nat(45), { maxLength: 4 });
		fc.assert(
			fc.property(counts, (sizes) => {
				const json = Object.fromEntries(sizes.map((size, at) => [`f${at}`, numbered(size)]));
				const associations = sizes.map((_, at): Association => ({
					...contact,
					objectType: `t${at}`,
					field: `f${at}`,
				}));
				const portions = portionsOf(linksOf(associations, json));
				expect(portions).toHaveLength(Math.max(1, ...sizes.map((size) => Math.ceil(size / 10))));
				for (const entry of portions.flat()) {
					expect(entry.records.length).toBeGreaterThan(0);
					expect(entry.records.length).toBeLessThanOrEqual(10);
				}
				for (const [at, size] of sizes.entries()) {
					const ids = portions
						.flat()
						.filter(({ object_type: type }) => type === `t${at}`)
						.flatMap(({ records }) => records.map(({ identifiers }) => identifiers));
					expect(ids).toEqual(numbered(size).map((id) => ({ id })));
				}
			}),
		);
	});
});
