/** The id of the first contact that the sandbox seeds. */
export const FIRST_ID = 100_001;

export const ID_FIELD = 'Record ID';

export type BenchItem = Record<string, string>;

/** Contacts of eight fields, about 300 bytes each; the same number gives the same items. */
export function benchItems(count: number): BenchItem[] {
	return Array.from({ length: count }, (_, index) => ({
		[ID_FIELD]: String(FIRST_ID + index),
		firstname: `Firstname ${index}`,
		lastname: `Lastname ${index}`,
		jobtitle: `Head of Purchasing and Logistics ${index}`,
		company: `Company number ${index} and Sons Ltd.`,
		phone: `+49 30 ${1_000_000 + index}`,
		city: `Town ${index % 1000} by the River`,
		website: `https://www.example-${index}.com/about/the/company`,
	}));
}
