import type { PaceReport } from '../bulk/pace';
import type { Answer } from '../bulk/reading';

/**
 * HubSpot's headers for the rolling ten-second limit of this app.
 * Source: https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
 */
export function readPace(headers: Answer['headers']): PaceReport | undefined {
	const limit = wholeNumber(headers['x-hubspot-ratelimit-max']);
	if (limit === undefined) return undefined;
	const remaining = wholeNumber(headers['x-hubspot-ratelimit-remaining']);
	return { limit, ...(remaining !== undefined && { remaining }) };
}

export function wholeNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
