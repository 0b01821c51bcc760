import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NUMBERING_PLANS } from '../bulk/convert/numberingPlans';
import { asObject } from '../bulk/json';

const names = new Intl.DisplayNames(['en'], { type: 'region' });

/** Whose numbers those without + and country code are. */
export const DEFAULT_COUNTRY: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: [
		{ name: 'None: Numbers Need Their Country Code', value: '' },
		...[...NUMBERING_PLANS.keys()]
			.map((value) => ({ name: names.of(value) ?? value, value }))
			.sort((one, other) => one.name.localeCompare(other.name)),
	],
	default: '',
	description:
		'How to read phone numbers that lack + and country code: as somebody in this country dials them. Where that leaves more than one reading, the item is rejected.',
};

export function readDefaultCountry(context: IExecuteFunctions): string | undefined {
	const { defaultCountry } = asObject(context.getNodeParameter('options', 0, {}));
	return typeof defaultCountry === 'string' && NUMBERING_PLANS.has(defaultCountry)
		? defaultCountry
		: undefined;
}
