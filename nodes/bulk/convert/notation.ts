import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { found } from '../found';
import { asObject } from '../json';
import { isTimeZone } from './timeZone';

/** How dates and numbers are written in the input, as far as they do not say so themselves. */
export interface Notation {
	/** What `03/04/2025` means; `unambiguous` refuses it and takes `25/12/2025`. */
	readonly dateOrder: 'unambiguous' | 'dayFirst' | 'monthFirst';
	/** What `1.234` and `1,234` mean; `unambiguous` refuses both and takes `1.234,50`. */
	readonly decimal: 'unambiguous' | 'point' | 'comma';
	/** IANA name: of times without a zone, and of the days that moments fall on. */
	readonly timeZone: string;
}

/**
 * Reads Convert Values with its options; undefined where values are to go as they are.
 *
 * @throws {NodeOperationError} when the runtime does not know the time zone
 */
export function readNotation(context: IExecuteFunctions): Notation | undefined {
	if (context.getNodeParameter('convertValues', 0, true) === false) return undefined;
	const options = asObject(context.getNodeParameter('options', 0, {}));
	const { dateOrder, decimalSeparator } = options;
	return {
		dateOrder: dateOrder === 'dayFirst' || dateOrder === 'monthFirst' ? dateOrder : 'unambiguous',
		decimal:
			decimalSeparator === 'point' || decimalSeparator === 'comma'
				? decimalSeparator
				: 'unambiguous',
		timeZone: readTimeZone(context, options.timeZone),
	};
}

function readTimeZone(context: IExecuteFunctions, given: unknown): string {
	const zone = given === undefined || given === '' ? context.getTimezone() : given;
	if (isTimeZone(zone)) return zone;
	const message = `Time Zone: expected a name such as Europe/Vienna, found ${found(zone)}`;
	throw new NodeOperationError(context.getNode(), message);
}
