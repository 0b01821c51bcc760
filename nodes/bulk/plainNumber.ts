/** A finite number as decimal digits without an exponent. */
export function plainNumber(value: number): string {
	const text = String(value);
	const [mantissa = '', exponent] = text.split('e-');
	if (exponent !== undefined) {
		const digits = mantissa.replace(/[-.]/g, '');
		return `${value < 0 ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${digits}`;
	}
	return text.includes('e') ? BigInt(value).toString() : text;
}
