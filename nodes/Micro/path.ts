/**
 * Where a team's records of one type are; everything else is below.
 * Source: https://docs.micro.so/api/resources/prism/index.md
 */
export function typePath(teamId: string, objectType: string): string {
	return `${teamPath(teamId)}/${encodeURIComponent(objectType)}`;
}

export function teamPath(teamId: string): string {
	return `/v2/prism/${encodeURIComponent(teamId)}`;
}
