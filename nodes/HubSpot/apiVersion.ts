/**
 * Versions of HubSpot's object API that take the same batch body. v3 loses support in September 2027;
 * 2026-09 also enforces an account's own validation rules.
 * Source: https://developers.hubspot.com/docs/developer-tooling/platform/versioning
 */
export const API_VERSIONS = ['v3', '2026-03', '2026-09'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

export function apiVersion(value: unknown): ApiVersion {
	return API_VERSIONS.find((version) => version === value) ?? 'v3';
}

/** Path of an object type's records. */
export function objectsPath(version: ApiVersion, objectType: string): string {
	const type = encodeURIComponent(objectType);
	return version === 'v3' ? `/crm/v3/objects/${type}` : `/crm/objects/${version}/${type}`;
}

/** Path of a batch call. */
export function batchPath(version: ApiVersion, objectType: string, call: string): string {
	return `${objectsPath(version, objectType)}/batch/${call}`;
}
