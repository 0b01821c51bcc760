/** Texts of a credential that its field names call secret, tokens included. */
export function secretTexts(data: object): string[] {
	return Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
		if (typeof value === 'object' && value !== null) return secretTexts(value);
		const secret = /token|secret|password|key/i.test(name) && !/url|type/i.test(name);
		return secret && typeof value === 'string' && value.length > 5 ? [value] : [];
	});
}
