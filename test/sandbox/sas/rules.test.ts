import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { defaultSasLimits } from './limits';
import { SAS_FAULTS } from './sasFaults';
import { defaultSasSwitches } from './switches';

const rules = readFileSync(join(__dirname, 'RULES.md'), 'utf8');
const tests = readdirSync(__dirname)
	.filter((file) => file.endsWith('.test.ts') && file !== 'rules.test.ts')
	.map((file) => readFileSync(join(__dirname, file), 'utf8'))
	.join('\n');

it.each(Object.entries(defaultSasSwitches()))(
	'the switch %s is documented with its default %s, and tested',
	(name, value) => {
		expect(rules).toMatch(new RegExp(`^\\| \`${name}\` +\\| ${String(value)} ·`, 'm'));
		expect(tests).toContain(name);
	},
);

it.each([...Object.keys(defaultSasLimits()), ...Object.keys(SAS_FAULTS)])(
	'%s is documented and tested',
	(name) => {
		expect(rules).toMatch(new RegExp(`\`${name}[\`(]`));
		expect(tests).toContain(name);
	},
);

it('every rule has a place and a test, and every file named exists', () => {
	const lines = rules.split('\n').filter((line) => /^\| \d+ /.test(line));
	expect(lines.map((line) => Number(/\d+/.exec(line)?.[0]))).toEqual(
		Array.from({ length: 25 }, (_, index) => index + 1),
	);
	for (const [, file] of rules.matchAll(/`([\w./]+\.ts)`/g)) {
		expect(() => readFileSync(join(__dirname, file as string))).not.toThrow();
	}
});
