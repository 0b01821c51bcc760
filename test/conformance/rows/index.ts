import type { Row } from '../row';
import { hubspotUpdate } from './hubspotUpdate';

/** Every bulk operation of the package. A new one adds its row here and nothing else. */
export const rows: readonly Row[] = [hubspotUpdate];
