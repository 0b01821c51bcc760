import type { RoutedVendor } from '../bulk/routedRead';
import { TALKDESK_CREDENTIAL } from './credential';
import { readReason } from './readReason';

/** As people write it. */
export const VENDOR = 'Talkdesk';

/** Talkdesk's answers are HAL: JSON with links. */
export const HAL_JSON = 'application/hal+json, application/json';

export const TALKDESK: RoutedVendor = {
	name: VENDOR,
	credential: TALKDESK_CREDENTIAL,
	accept: HAL_JSON,
	readReason,
};
