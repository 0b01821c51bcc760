import type { Account } from './account';
import { capturedDemo, jsonLines } from './capturedDemo';
import type { show } from './show';

const account = (storeAgrees: boolean): Account => ({
	items: 1,
	written: 1,
	rejected: 0,
	unconfirmed: 0,
	notSent: 0,
	requests: 1,
	retries: 0,
	seconds: 0.1,
	storeAgrees,
});

/** Only what comes after the runs is looked at here. */
jest.mock('./show', () => ({
	show: async ({ id }: Parameters<typeof show>[0]) => await Promise.resolve(account(id !== 'sas')),
}));

it('fails when a single account of --all disagrees, and says which', async () => {
	const captured = await capturedDemo();
	const { code, stdout } = await captured.run(['--all', '--json'], 10);
	await captured.remove();
	expect(code).toBe(1);
	expect(stdout).toMatch(/^SAS List Data .* DISAGREES$/m);
	expect(stdout.match(/ agrees$/gm)).toHaveLength(4);
	const disagreeing = jsonLines(stdout, 5).filter(({ storeAgrees }) => !storeAgrees);
	expect(disagreeing.map(({ vendor }) => vendor)).toEqual(['sas']);
});
