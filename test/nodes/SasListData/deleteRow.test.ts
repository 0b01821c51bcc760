import type { IDataObject } from 'n8n-workflow';
import { columnReader } from '../../../nodes/SasListData/columnReader';
import { deleteRowMaker } from '../../../nodes/SasListData/deleteRow';
import { listOf } from './lists';

const row = { custId: 'C1', region: 4, tier: 'gold', limit: 100 };

function make(json: IDataObject, duplicateKeysEnabled = false) {
	const draft = deleteRowMaker(listOf({ duplicateKeysEnabled }), columnReader(undefined))(json);
	if ('rejected' in draft) return { code: draft.rejected.code, field: draft.rejected.field };
	return { key: draft.key, row: JSON.parse(draft.json) as unknown };
}

describe('deleteRowMaker', () => {
	it('sends the keys alone', () => {
		expect(make({ ...row, region: '4' })).toEqual({
			key: '[4,"C1"]',
			row: { region: 4, custId: 'C1' },
		});
		expect(make({ custId: 'C1' })).toEqual({ code: 'MISSING_KEY', field: 'region' });
	});

	it('sends every column where duplicate keys are enabled', () => {
		expect(make(row, true)).toEqual({ key: '["C1",4,"gold",100]', row });
		expect(make({ ...row, tier: ' ' }, true)).toHaveProperty('row', { ...row, tier: ' ' });
		expect(make({ ...row, tier: null }, true)).toEqual({ code: 'MISSING_COLUMN', field: 'tier' });
		expect(make({ ...row, limit: '' }, true)).toEqual({ code: 'MISSING_COLUMN', field: 'limit' });
		expect(make({ ...row, custId: '' }, true)).toEqual({ code: 'MISSING_KEY', field: 'custId' });
	});
});
