import type { FaultCall } from './faultPlan';
import { isJsonObject } from './json';

/**
 * A condition as JSON: `{ path, method, index, attempt, bodyContains }`, each optional. `path` is a
 * part of the path, `attempt` counts calls with the same body from 1.
 */
export function readWhen(given: unknown): (call: FaultCall) => boolean {
	if (!isJsonObject(given)) return () => true;
	const { path, method, index, attempt, bodyContains } = given;
	return (call) =>
		(typeof path !== 'string' || call.path.includes(path)) &&
		(typeof method !== 'string' || call.method === method.toUpperCase()) &&
		(typeof index !== 'number' || call.index === index) &&
		(typeof attempt !== 'number' || call.attemptOfSameBody === attempt) &&
		(typeof bodyContains !== 'string' || (JSON.stringify(call.body) ?? '').includes(bodyContains));
}
