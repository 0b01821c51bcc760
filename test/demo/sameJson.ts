/** Whether two values are the same as JSON, whatever order their keys are in. */
export function sameJson(one: unknown, other: unknown): boolean {
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
		return Object.is(one, other);
	}
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const [left, right] = [one, other] as Array<Record<string, unknown>>;
	const keys = Object.keys(left ?? {});
	return (
		keys.length === Object.keys(right ?? {}).length &&
		keys.every((key) => Object.hasOwn(other, key) && sameJson(left?.[key], right?.[key]))
	);
}
