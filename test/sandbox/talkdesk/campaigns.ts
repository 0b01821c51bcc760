import type { Answer } from '../vendor';
import { pageOf } from './page';
import { showList } from './readLists';
import { Refusal } from './refusal';
import type { ApiCall } from './world';

/** GET /campaigns, for a list to pick from. */
export function readCampaigns(call: ApiCall): Answer {
	return pageOf(call, call.world.campaigns, { name: 'campaigns', show: (campaign) => campaign });
}

/** GET /campaigns/{id}/record-lists */
export function readCampaignLists(call: ApiCall): Answer {
	const { world, segments } = call;
	const id = segments[1] ?? '';
	if (!world.campaigns.some((campaign) => campaign.id === id)) {
		// The family of codes is documented, the number for this case is not.
		throw new Refusal(404, { code: '0530004', message: 'There is no such campaign.' });
	}
	const lists = world.store.allLists().filter(({ campaignIds }) => campaignIds.has(id));
	return pageOf(call, lists, { name: 'record_lists', show: (list) => showList(call, list) });
}
