import type { Row } from '../row';
import { brevoCreate } from './brevoCreate';
import { brevoUpsert } from './brevoUpsert';
import { hubspotUpdate } from './hubspotUpdate';
import { sasDelete } from './sasDelete';
import { sasInsert } from './sasInsert';
import { sasUpsert } from './sasUpsert';
import { talkdeskUpdate } from './talkdeskUpdate';

/** Every bulk operation of the package. A new one adds its row here and nothing else. */
export const rows: readonly Row[] = [
	brevoUpsert,
	brevoCreate,
	hubspotUpdate,
	sasUpsert,
	sasInsert,
	sasDelete,
	talkdeskUpdate,
];
