const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Record and team ids are UUIDs: https://docs.micro.so/api/resources/prism/index.md
 *
 * @returns the id in lower case, so that ids can be compared; undefined where there is none
 */
export function readUuid(value: unknown): string | undefined {
	const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
	return UUID.test(text) ? text : undefined;
}
