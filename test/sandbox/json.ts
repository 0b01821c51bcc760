export type JsonObject = { [key: string]: unknown };

/** True for `{…}`, and only for that: arrays and null are not what an API calls an object. */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A body parsed once, with the failure kept, because every vendor words a syntax error itself. */
export type ParsedBody = { ok: true; value: unknown } | { ok: false; error: SyntaxError };

export function parseJson(text: string): ParsedBody {
	try {
		return { ok: true, value: JSON.parse(text) as unknown };
	} catch (error) {
		return { ok: false, error: error as SyntaxError };
	}
}
