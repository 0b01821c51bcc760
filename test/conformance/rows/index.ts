import type { Row } from '../row';
import { brevoCreate } from './brevoCreate';
import { brevoDelete } from './brevoDelete';
import { brevoUpsert } from './brevoUpsert';
import { hubspotArchive } from './hubspotArchive';
import { hubspotCreate } from './hubspotCreate';
import { hubspotRead } from './hubspotRead';
import { hubspotSkipUnchanged, hubspotUpsertSkipUnchanged } from './hubspotSkipUnchanged';
import { hubspotUpdate } from './hubspotUpdate';
import { hubspotUpsert } from './hubspotUpsert';
import { microAppend } from './microAppend';
import { microDelete } from './microDelete';
import { microImport, microImportCreate } from './microImport';
import { microUpdate } from './microUpdate';
import { sasDelete } from './sasDelete';
import { sasInsert } from './sasInsert';
import { sasSkipUnchanged } from './sasSkipUnchanged';
import { sasUpsert } from './sasUpsert';
import { talkdeskCreate } from './talkdeskCreate';
import { talkdeskDelete } from './talkdeskDelete';
import { talkdeskMapped } from './talkdeskMapped';
import { talkdeskMerge } from './talkdeskMerge';
import { talkdeskUpdate } from './talkdeskUpdate';

/** Every bulk operation of the package. A new one adds its row here and nothing else. */
export const rows: readonly Row[] = [
	brevoUpsert,
	brevoCreate,
	brevoDelete,
	hubspotUpdate,
	hubspotUpsert,
	hubspotSkipUnchanged,
	hubspotUpsertSkipUnchanged,
	hubspotCreate,
	hubspotArchive,
	hubspotRead,
	microUpdate,
	microAppend,
	microDelete,
	microImport,
	microImportCreate,
	sasUpsert,
	sasSkipUnchanged,
	sasInsert,
	sasDelete,
	talkdeskUpdate,
	talkdeskMerge,
	talkdeskMapped,
	talkdeskCreate,
	talkdeskDelete,
];
