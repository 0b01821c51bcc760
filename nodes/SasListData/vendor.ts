import type { RoutedVendor } from '../bulk/routedRead';
import { SAS_CREDENTIAL } from './credential';
import { readReason } from './readReason';

/** As people write it. */
export const VENDOR = 'SAS List Data';

export const SAS: RoutedVendor = { name: VENDOR, credential: SAS_CREDENTIAL, readReason };
