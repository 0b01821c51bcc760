/** A text of so many bytes, a third as many characters: who counts characters is found out. */
export const wide = (bytes: number) => '€'.repeat(Math.max(1, Math.round(bytes / 3)));
