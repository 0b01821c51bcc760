/** In the order in which they run. */
export const PART_NAMES = ['package', 'editor', 'server', 'queue'] as const;

export type PartName = (typeof PART_NAMES)[number];
