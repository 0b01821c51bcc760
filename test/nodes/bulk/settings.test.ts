import fc from 'fast-check';
import { readSettings } from '../../../nodes/bulk/settings';
import { nodeContext } from './nodeContext';

const read = (options: unknown = {}, requestOptions: unknown = {}) =>
	readSettings(nodeContext({ options, requestOptions }).context);

const batching = (batch: object) => read({}, { batching: { batch } });

describe('readSettings', () => {
	it('has sensible values where the user set nothing', () => {
		const nothing = readSettings(nodeContext({}).context);
		expect(nothing).toEqual({
			pace: [],
			maxRetries: 5,
			maxWaitMs: 300_000,
			duplicates: 'keepOrder',
			skipUnchanged: false,
			preview: false,
			transport: { timeoutMs: 120_000, ignoreCertificate: false, proxy: undefined },
		});
	});

	it('takes over all options', () => {
		expect(
			read(
				{
					parallelRequests: 3,
					requestsPerSecond: 4,
					maxRetries: 0,
					maxWait: 0,
					onDuplicateIds: 'keepLast',
					skipUnchanged: true,
					previewOnly: true,
				},
				{
					batching: { batch: { batchSize: 20, batchInterval: 1500 } },
					timeout: 5000,
					allowUnauthorizedCerts: true,
					proxy: 'http://proxy.local:3128',
				},
			),
		).toEqual({
			batchSize: 20,
			parallel: 3,
			pace: [
				{ requests: 1, windowMs: 1500 },
				{ requests: 1, windowMs: 250 },
			],
			maxRetries: 0,
			maxWaitMs: 0,
			duplicates: 'keepLast',
			skipUnchanged: true,
			preview: true,
			transport: {
				timeoutMs: 5000,
				ignoreCertificate: true,
				proxy: { host: 'proxy.local', port: 3128, protocol: 'http' },
			},
		});
	});

	it('takes everything that is not plainly off for a preview: in doubt nothing is sent', () => {
		const preview = (previewOnly: unknown) => read({ previewOnly }).preview;
		for (const off of [false, undefined, null, '', 'false', ' False ', 0, '0']) {
			expect([off, preview(off)]).toEqual([off, false]);
		}
		for (const on of [true, 'true', 'yes', 1, 'no idea', {}, []]) {
			expect([on, preview(on)]).toEqual([on, true]);
		}
	});

	it("gives Items per Batch n8n's own meaning", () => {
		expect([-1, 0, 1, 7, 7.9].map((size) => batching({ batchSize: size }).batchSize)).toEqual([
			undefined,
			1,
			1,
			7,
			7,
		]);
		expect(batching({ batchInterval: 0 }).pace).toEqual([]);
	});

	it("takes no timeout for n8n's default, not for no time at all", () => {
		expect(read({}, { timeout: 0 }).transport.timeoutMs).toBeGreaterThanOrEqual(10_000);
	});

	it.each([
		['http://proxy.local', { host: 'proxy.local', port: 80, protocol: 'http' }],
		['https://proxy.local', { host: 'proxy.local', port: 443, protocol: 'https' }],
		[
			'http://me:p%40ss@proxy.local:8080',
			{
				host: 'proxy.local',
				port: 8080,
				protocol: 'http',
				auth: { username: 'me', password: 'p@ss' },
			},
		],
		['', undefined],
		[undefined, undefined],
	])('reads the proxy %s', (proxy, expected) => {
		expect(read({}, { proxy }).transport.proxy).toEqual(expected);
	});

	it.each(['proxy.local:3128', 'myproxy:3128', 'proxy.local', 'nonsense', 7, {}])(
		'does not send past a proxy that it cannot read: %p',
		(proxy) => {
			expect(() => read({}, { proxy })).toThrow('The proxy is not valid');
		},
	);

	it('copes with whatever the parameters hold', () => {
		const key = fc.constantFrom(
			'parallelRequests',
			'requestsPerSecond',
			'maxRetries',
			'maxWait',
			'onDuplicateIds',
			'timeout',
			'batching',
		);
		fc.assert(
			fc.property(
				fc.oneof(fc.anything(), fc.dictionary(key, fc.anything())),
				fc.oneof(fc.anything(), fc.dictionary(key, fc.anything())),
				(options, requestOptions) => {
					const settings = read(options, requestOptions);
					expect(settings.maxRetries).toBeGreaterThanOrEqual(0);
					expect(settings.maxWaitMs).toBeGreaterThanOrEqual(0);
					expect(settings.transport.timeoutMs).toBeGreaterThan(0);
					expect(settings.batchSize ?? 1).toBeGreaterThanOrEqual(1);
					expect(settings.parallel ?? 1).toBeGreaterThanOrEqual(1);
					for (const { windowMs } of settings.pace) expect(windowMs).toBeGreaterThan(0);
				},
			),
		);
	});

	it('copes with a proxy address whose user is badly encoded', () => {
		expect(() => read({}, { proxy: 'http://us%er:p%zz@proxy.local:1' })).not.toThrow();
	});
});
