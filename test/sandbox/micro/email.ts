const SHAPE = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;

export const isEmail = (text: string): boolean => SHAPE.test(text);

/** Lower case, no plus tag, and no dots in Gmail addresses, which all reach the same mailbox. */
export function normaliseEmail(text: string): string {
	const lower = text.trim().toLowerCase();
	const at = lower.lastIndexOf('@');
	if (at < 0) return lower;
	const domain = lower.slice(at + 1);
	const plus = lower.indexOf('+');
	const local = lower.slice(0, plus > 0 && plus < at ? plus : at);
	if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`;
	return `${local.replaceAll('.', '')}@gmail.com`;
}
