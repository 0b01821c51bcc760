import type { ObjectType } from './objectTypes';
import type { Values } from './store';

/** Who owns which unique value, with a contact's further emails as aliases of the first. */
export class UniqueIndex {
	private readonly owners = new Map<string, Map<string, string>>();

	constructor(private readonly type: ObjectType) {}

	owner(property: string, value: string): string | undefined {
		return this.owners.get(property)?.get(fold(property, value));
	}

	add(values: Values, id: string): void {
		for (const property of this.keys()) {
			for (const value of this.valuesOf(property, values)) this.map(property).set(value, id);
		}
	}

	remove(values: Values, id: string): void {
		for (const property of this.keys()) {
			const map = this.map(property);
			for (const value of this.valuesOf(property, values)) {
				if (map.get(value) === id) map.delete(value);
			}
		}
	}

	replace(before: Values, after: Values, id: string): void {
		for (const property of this.keys()) {
			if (
				before[property] === after[property] &&
				(property !== 'email' || before['hs_additional_emails'] === after['hs_additional_emails'])
			) {
				continue;
			}
			const map = this.map(property);
			for (const value of this.valuesOf(property, before)) {
				if (map.get(value) === id) map.delete(value);
			}
			for (const value of this.valuesOf(property, after)) map.set(value, id);
		}
	}

	private keys(): string[] {
		return uniqueProperties(this.type);
	}

	private map(property: string): Map<string, string> {
		let map = this.owners.get(property);
		if (map === undefined) this.owners.set(property, (map = new Map<string, string>()));
		return map;
	}

	private valuesOf(property: string, values: Values): string[] {
		const own = values[property];
		const found = own === undefined || own === '' ? [] : [fold(property, own)];
		if (property !== 'email') return found;
		const more = values['hs_additional_emails'];
		if (more === undefined || more === '') return found;
		return [...found, ...more.split(';').map((email) => fold('email', email.trim()))];
	}
}

function fold(property: string, value: string): string {
	return property === 'email' ? value.toLowerCase() : value;
}

const cache = new WeakMap<ObjectType, string[]>();

/** Contact email is unique without being declared so. */
export function uniqueProperties(type: ObjectType): string[] {
	let names = cache.get(type);
	if (names === undefined) {
		names = [...type.properties.values()]
			.filter((property) => property.hasUniqueValue || property.rule === 'email')
			.map((property) => property.name);
		cache.set(type, names);
	}
	return names;
}

/** To be called when a definition of the type changes. */
export function forgetUniqueProperties(type: ObjectType): void {
	cache.delete(type);
}
