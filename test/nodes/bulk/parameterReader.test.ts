import { parameterReader, textParameter } from '../../../nodes/bulk/parameterReader';
import { nodeContext } from './nodeContext';

describe('parameterReader', () => {
	it('evaluates a constant once', () => {
		const { context, evaluated } = nodeContext({ idField: 'id' });
		const read = parameterReader(context, 'idField');
		expect([read(0), read(5), read(9)]).toEqual(['id', 'id', 'id']);
		expect(evaluated).toEqual([['idField', 0]]);
	});

	it('evaluates an expression for each item', () => {
		const { context, evaluated } = nodeContext(
			{ type: '={{ $json.type }}' },
			(_, item) => `t${item}`,
		);
		const read = parameterReader(context, 'type');
		expect(evaluated).toEqual([]);
		expect([read(3), read(4)]).toEqual(['t3', 't4']);
	});

	it('sees an expression inside a resource locator, and hands out its value', () => {
		const locator = { __rl: true, mode: 'id', value: '={{ $json.type }}' };
		const { context } = nodeContext({ type: locator }, (_, item) => ({ ...locator, value: item }));
		expect([1, 2].map(parameterReader(context, 'type', { extract: true }))).toEqual([1, 2]);
		const fixed = nodeContext({ type: { __rl: true, mode: 'list', value: 'contacts' } });
		const read = parameterReader(fixed.context, 'type', { extract: true });
		expect([read(0), read(1)]).toEqual(['contacts', 'contacts']);
		expect(fixed.evaluated).toHaveLength(1);
	});

	it('has no text for a parameter that is missing', () => {
		expect(parameterReader(nodeContext({}).context, 'idField')(0)).toBe('');
	});
});

describe('textParameter', () => {
	it.each([
		[' email ', 'email'],
		[7, '7'],
		[undefined, ''],
		[null, ''],
		[{ a: 1 }, ''],
		[true, ''],
	])('reads %s', (value, expected) => {
		expect(textParameter(nodeContext({ name: value }).context, 'name')).toBe(expected);
	});
});
