/** Source: https://docs.talkdesk.com/reference/update-list-records */
export const PHONE_TYPES = ['HOME', 'MOBILE', 'OFFICE', 'EXTRA_1', 'EXTRA_2', 'EXTRA_3'] as const;
export type PhoneType = (typeof PHONE_TYPES)[number];

/** `EXTRA_1` → `Extra 1` */
export function titleOf(type: PhoneType): string {
	return (type.charAt(0) + type.slice(1).toLowerCase()).replace('_', ' ');
}
