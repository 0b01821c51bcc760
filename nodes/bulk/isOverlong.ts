/** More than any number, date, ID or phone number is written with. */
const LONGEST = 400;

/**
 * Whether a text is too long for a value with a written form. To be asked before a pattern with loops
 * is tried: over megabytes such a pattern takes hours, or makes V8 throw "Maximum call stack size
 * exceeded".
 */
export function isOverlong(text: string): boolean {
	return text.length > LONGEST;
}
