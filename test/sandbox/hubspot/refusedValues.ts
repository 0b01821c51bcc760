import type { JsonObject } from '../json';
import { Refusal } from './refusal';
import type { HubSpotSwitches } from './switches';
import type { ValueFault } from './values';

const LEAD_IN = 'Property values were not valid';

/**
 * The text HubSpot puts into `message`: a lead-in, then a JSON array as text with an entry for
 * every failing pair of record and property (captured so; the records themselves go unnamed).
 */
export function refusedValuesMessage(faults: ValueFault[], switches: HubSpotSwitches): string {
	if (switches.refusalDetail === 'none') return `${LEAD_IN}.`;
	const entries = faults.map((fault) => ({
		isValid: false,
		message: textOf(fault, switches),
		error: fault.code,
		name: fault.property,
		...(switches.propertyValueInMessage ? { propertyValue: fault.value } : {}),
	}));
	return `${LEAD_IN}: ${JSON.stringify(entries)}`;
}

/** The 400 for the whole batch. `errors` repeats the entries, each different one once. */
export function refusedValues(faults: ValueFault[], switches: HubSpotSwitches): Refusal {
	const body: JsonObject = {
		status: 'error',
		category: 'VALIDATION_ERROR',
		message: refusedValuesMessage(faults, switches),
	};
	if (switches.refusalDetail !== 'none') body['errors'] = structured(faults, switches);
	return new Refusal(400, body);
}

function structured(faults: ValueFault[], switches: HubSpotSwitches): JsonObject[] {
	const different = new Map<string, JsonObject>();
	for (const fault of faults) {
		const message = textOf(fault, switches);
		different.set(`${fault.code}\n${fault.property}\n${message}`, {
			message,
			code: fault.code,
			context: { propertyName: [fault.property] },
		});
	}
	return [...different.values()];
}

function textOf(fault: ValueFault, switches: HubSpotSwitches): string {
	return switches.refusalDetail === 'value' ? fault.naming : fault.vague;
}
