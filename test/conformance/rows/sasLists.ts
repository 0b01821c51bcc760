/** What the rows of SAS List Data share. */
import type { INodeParameters } from 'n8n-workflow';
import { SAS_CLIENT, SAS_USER, type Sandbox, type SeededLists } from '../../sandbox';
import { sasError } from '../../sandbox/sas/refusal';
import { SasSandbox } from '../../sandbox/sas/sasSandbox';
import type { Row } from '../row';

/** Ids follow from the sandbox's seed: a row knows them before its sandbox has started. */
const IDS: SeededLists = new SasSandbox(1).seedLists(0);

/** A key that SAS refuses for a reason of its own, which the node cannot know. */
export const UNWANTED = 'unwanted';

type List = keyof SeededLists;

/** @param parameters of the node, beside resource and list */
export function sasRow(
	list: List,
	parameters: INodeParameters,
): Omit<Row, 'name' | 'good' | 'refused' | 'malformed' | 'again' | 'holds' | 'repeatable'> {
	return {
		node: {
			type: 'n8n-nodes-bulk-records.sasListDataBulk',
			typeVersion: 1,
			parameters: {
				resource: 'content',
				list: { __rl: true, mode: 'id', value: IDS[list] },
				...parameters,
			},
		},
		credentials: ({ sas }) => ({
			sasViyaBulkOAuth2Api: {
				baseUrl: sas.url,
				grantType: 'password',
				...SAS_CLIENT,
				...SAS_USER,
			},
		}),
		secrets: [SAS_CLIENT.clientSecret, SAS_USER.password],
		faults: ({ sas }) => sas.faults,
		// There are none.
		withoutLimits: () => undefined,
		maxRecords: 500,
		maxBytes: 4 * 1024 * 1024,
		isBatch: ({ method, path }) =>
			method === 'PUT' && path === `/listData/lists/${IDS[list]}/contents`,
	};
}

/** Seeds the lists; from then on a row with an unwanted key is refused. */
export function prepareLists({ sas }: Sandbox): void {
	sas.seedLists(0);
	sas.faults.add({
		when: ({ body }) => JSON.stringify(body ?? '').includes(UNWANTED),
		fault: { kind: 'respond', status: 400, body: sasError(400, 'The request is not valid.') },
	});
}
