import fc from 'fast-check';
import { readBaseUrl } from '../../../nodes/bulk/baseUrl';

describe('readBaseUrl', () => {
	it.each([
		['https://api.hubapi.com', 'https://api.hubapi.com'],
		['https://api.hubapi.com/', 'https://api.hubapi.com'],
		[' https://proxy.local:8443/hubspot/// ', 'https://proxy.local:8443/hubspot'],
		['HTTPS://API.HUBAPI.COM/V1', 'https://api.hubapi.com/V1'],
		['https://api.hubapi.com:443', 'https://api.hubapi.com'],
		['http://localhost:3000/', 'http://localhost:3000'],
		['http://127.0.0.1:3000/a', 'http://127.0.0.1:3000/a'],
		['http://127.9.8.7', 'http://127.9.8.7'],
		['http://[::1]:3000', 'http://[::1]:3000'],
		['https://api.hubapi.com?', 'https://api.hubapi.com'],
	])('takes %s', (text, url) => {
		expect(readBaseUrl(text)).toEqual({ url });
	});

	it.each([
		['http://api.hubapi.com', 'https://'],
		['http://127.0.0.1.evil.com', 'https://'],
		['http://localhost.evil.com', 'https://'],
		['http://10.0.0.1', 'https://'],
		['http://[::2]', 'https://'],
		['ftp://localhost', 'https://'],
		['file:///etc/passwd', 'https://'],
		['javascript:alert(1)', 'https://'],
		['localhost:3000', 'https://'],
		['https://user@api.hubapi.com', 'user or password'],
		['https://:secret@api.hubapi.com', 'user or password'],
		['http://localhost@evil.com', 'user or password'],
		['https://api.hubapi.com/?key=1', '"?" or "#"'],
		['https://api.hubapi.com/#x', '"?" or "#"'],
		['api.hubapi.com', 'not a URL'],
		['', 'not a URL'],
		['https://', 'not a URL'],
		[undefined, 'not a URL'],
		[42, 'not a URL'],
		[{ href: 'https://a.b' }, 'not a URL'],
	])('refuses %s', (value, problem) => {
		const read = readBaseUrl(value);
		expect('problem' in read && read.problem).toContain(problem);
	});

	it('never repeats what it refuses: it may hold a password', () => {
		expect(JSON.stringify(readBaseUrl('https://me:hunter2@x.y'))).not.toContain('hunter2');
	});

	it('gives a URL to which a path can be appended, at the same host, for any web address', () => {
		fc.assert(
			fc.property(fc.webUrl({ validSchemes: ['https'] }), (address) => {
				const read = readBaseUrl(address);
				if (!('url' in read)) throw new Error(read.problem);
				expect(read.url).not.toMatch(/\/$/);
				expect(new URL(`${read.url}/crm`).host).toBe(new URL(address).host);
			}),
		);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				expect(Object.keys(readBaseUrl(value))).toHaveLength(1);
			}),
		);
	});
});
