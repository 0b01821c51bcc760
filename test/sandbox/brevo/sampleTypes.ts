import type { NewObjectType } from './objectTypes';

/** The schema every sandbox starts with. Labels differ from keys, as they do in real accounts. */
export const SAMPLE_TYPES: readonly NewObjectType[] = [
	{
		name: 'garage',
		attributes: [
			{ key: 'name', label: 'Garage name', type: 'text' },
			{ key: 'city', label: 'Town', type: 'text' },
			{ key: 'bays', label: 'Number of bays', type: 'number' },
			{ key: 'open_sunday', label: 'Open on Sundays', type: 'boolean' },
		],
		associations: ['contact', 'company'],
	},
	{
		name: 'vehicle',
		attributes: [
			{ key: 'plate', label: 'Number plate', type: 'text' },
			{ key: 'model', label: 'Model', type: 'text' },
			{ key: 'page', label: 'Page in the catalogue', type: 'url' },
			{ key: 'doors', label: 'Doors', type: 'number' },
			{ key: 'mileage', label: 'Mileage in km', type: 'number' },
			{ key: 'electric', label: 'Runs on electricity', type: 'boolean' },
			{ key: 'sold_at', label: 'Sold on', type: 'date' },
			{
				key: 'fuel',
				label: 'Kind of fuel',
				type: 'category',
				options: [
					{ key: 'diesel', label: 'Diesel oil' },
					{ key: 'petrol', label: 'Petrol (gas)' },
					{ key: 'power', label: 'Electricity' },
					{ key: 'hybrid', label: 'Both kinds' },
				],
			},
			{
				key: 'extras',
				label: 'Extra equipment',
				type: 'multiple_category',
				options: [
					{ key: 'sunroof', label: 'Sun roof' },
					{ key: 'towbar', label: 'Tow bar' },
					{ key: 'maps', label: 'Navigation' },
					{ key: 'warm_seats', label: 'Heated seats' },
				],
			},
			{ key: 'papers', label: 'Papers', type: 'json' },
		],
		associations: ['contact', 'company', 'deal', 'garage'],
	},
];
