import fc from 'fast-check';
import { patchOperation, pointerToken } from '../../../nodes/Talkdesk/patchOperation';

describe('patchOperation', () => {
	it('is an operation as Talkdesk documents it', () => {
		expect(JSON.parse(patchOperation('replace', 'R1', { priority: 9 }))).toEqual({
			op: 'replace',
			path: '/records/R1',
			value: { priority: 9 },
		});
	});
});

describe('pointerToken', () => {
	it('follows RFC 6901', () => {
		expect(pointerToken('a/b')).toBe('a~1b');
		expect(pointerToken('m~n')).toBe('m~0n');
		expect(pointerToken('~1')).toBe('~01');
	});

	it('is one token, from which the text comes back', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const token = pointerToken(text);
				expect(token).not.toContain('/');
				expect(token.replaceAll('~1', '/').replaceAll('~0', '~')).toBe(text);
			}),
		);
	});
});
