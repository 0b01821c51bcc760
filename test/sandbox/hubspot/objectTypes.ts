import { completeProperty, type NewProperty, type PropertyDefinition } from './propertyDefinition';
import { Refusal } from './refusal';
import { scopesOf, type ObjectScopes } from './scopes';
import { standardProperties } from './standardProperties';
import type { HubSpotSwitches } from './switches';

export const PORTAL_ID = 4242001;

/** One kind of record. */
export interface ObjectType {
	/** `0-1`, or `2-n` for custom objects. */
	id: string;
	singular: string;
	/** The name used by the store and its write log. */
	plural: string;
	custom: boolean;
	fullyQualifiedName: string;
	labels: { singular: string; plural: string };
	properties: Map<string, PropertyDefinition>;
	/** Property that holds the time of the last write. */
	modified: 'lastmodifieddate' | 'hs_lastmodifieddate';
	/** A record needs one of each group when created. */
	minimum: string[][];
	primaryDisplayProperty: string;
	scopes: ObjectScopes;
}

export interface NewObjectType {
	name: string;
	labels?: { singular: string; plural: string };
	/** `2-n`; the next free one if absent. */
	objectTypeId?: string;
	requiredProperties?: string[];
	primaryDisplayProperty?: string;
	properties?: NewProperty[];
}

// plural, singular, id: HubSpot's object type reference.
const STANDARD: ReadonlyArray<readonly [string, string, string]> = [
	['contacts', 'contact', '0-1'],
	['companies', 'company', '0-2'],
	['deals', 'deal', '0-3'],
	['tickets', 'ticket', '0-5'],
	['products', 'product', '0-7'],
	['line_items', 'line_item', '0-8'],
	['quotes', 'quote', '0-14'],
	['communications', 'communication', '0-18'],
	['feedback_submissions', 'feedback_submission', '0-19'],
	['tasks', 'task', '0-27'],
	['notes', 'note', '0-46'],
	['meetings', 'meeting', '0-47'],
	['calls', 'call', '0-48'],
	['emails', 'email', '0-49'],
	['invoices', 'invoice', '0-53'],
	['subscriptions', 'subscription', '0-69'],
	['goals', 'goal', '0-74'],
	['discounts', 'discount', '0-84'],
	['fees', 'fee', '0-85'],
	['taxes', 'tax', '0-86'],
	['payments', 'payment', '0-101'],
	['users', 'user', '0-115'],
	['postal_mail', 'postal_mail', '0-116'],
	['orders', 'order', '0-123'],
	['leads', 'lead', '0-136'],
	['carts', 'cart', '0-142'],
	['services', 'service', '0-162'],
	['courses', 'course', '0-410'],
	['listings', 'listing', '0-420'],
	['appointments', 'appointment', '0-421'],
	['projects', 'project', '0-970'],
];

const MINIMUM: { [plural: string]: string[][] } = {
	contacts: [['email', 'firstname', 'lastname']],
	companies: [['name', 'domain']],
	deals: [['dealname'], ['dealstage']],
	tickets: [['subject'], ['hs_pipeline_stage']],
};

/** Every object type by every spelling the API takes. */
export class ObjectTypes {
	private readonly bySpelling = new Map<string, ObjectType>();
	private readonly byBareName = new Map<string, ObjectType>();
	private nextCustom = 30_000_001;

	constructor(private readonly switches: HubSpotSwitches) {
		for (const [plural, singular, id] of STANDARD) {
			const modified = plural === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
			const type: ObjectType = {
				id,
				singular,
				plural,
				custom: false,
				fullyQualifiedName: singular.toUpperCase(),
				labels: { singular, plural },
				properties: new Map(),
				modified,
				minimum: MINIMUM[plural] ?? [],
				primaryDisplayProperty: standardProperties(plural, modified)[3]?.name ?? 'hs_object_id',
				scopes: scopesOf(plural),
			};
			for (const property of standardProperties(plural, modified)) {
				type.properties.set(property.name, completeProperty(property));
			}
			for (const spelling of [plural, singular, id]) this.bySpelling.set(spelling, type);
		}
	}

	define(given: NewObjectType): ObjectType {
		const id = given.objectTypeId ?? `2-${this.nextCustom++}`;
		const required = given.requiredProperties ?? [];
		const type: ObjectType = {
			id,
			singular: given.name,
			plural: given.name,
			custom: true,
			fullyQualifiedName: `p${PORTAL_ID}_${given.name}`,
			labels: given.labels ?? { singular: given.name, plural: `${given.name}s` },
			properties: new Map(),
			modified: 'hs_lastmodifieddate',
			minimum: required.map((name) => [name]),
			primaryDisplayProperty: given.primaryDisplayProperty ?? required[0] ?? 'hs_object_id',
			scopes: scopesOf('custom'),
		};
		for (const property of [
			{ name: 'hs_object_id', type: 'number', readOnlyValue: true } as const,
			{ name: 'hs_createdate', type: 'datetime', readOnlyValue: true } as const,
			{ name: 'hs_lastmodifieddate', type: 'datetime', readOnlyValue: true } as const,
			...required.map((name) => ({ name })),
			...(given.properties ?? []),
		]) {
			type.properties.set(property.name, completeProperty(property));
		}
		this.bySpelling.set(id, type).set(type.fullyQualifiedName, type);
		this.byBareName.set(given.name, type);
		return type;
	}

	/** By a spelling from a URL; the unknown ones get the 400 that has no category. */
	resolve(spelling: string): ObjectType {
		const known =
			this.bySpelling.get(spelling) ??
			(this.switches.bareCustomNames === 'accept' ? this.byBareName.get(spelling) : undefined);
		if (known !== undefined) return known;
		throw new Refusal(400, {
			status: 'error',
			message: /^\d+-\d+$/.test(spelling)
				? `Invalid object or event type id: ${spelling}`
				: `Unable to infer object type from: ${spelling}`,
		});
	}

	/** By a spelling from a test, bare custom names included. */
	named(spelling: string): ObjectType {
		const known = this.bySpelling.get(spelling) ?? this.byBareName.get(spelling);
		if (known === undefined) throw new Error(`The sandbox has no object type "${spelling}"`);
		return known;
	}

	custom(): ObjectType[] {
		return [...this.byBareName.values()];
	}
}
