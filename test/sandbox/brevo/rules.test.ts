import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { BREVO_FAULTS } from './brevoFaults';
import { defaultSwitches } from './switches';

const rules = readFileSync(join(__dirname, 'RULES.md'), 'utf8');

it('documents every switch, with its default first', () => {
	for (const [name, value] of Object.entries(defaultSwitches())) {
		const row = new RegExp(`^\\| \`${name}\` +\\| ([^ ]+) `, 'm').exec(rules);
		expect([name, row?.[1]]).toEqual([name, value === undefined ? 'none' : String(value)]);
	}
});

it('documents every ready-made fault', () => {
	const missing = Object.keys(BREVO_FAULTS).filter((name) => !rules.includes(`\`${name}(`));
	expect(missing).toEqual([]);
});

it('tests every switch by name', () => {
	const tests = readdirSync(__dirname)
		.filter((file) => file.endsWith('.test.ts') && file !== 'rules.test.ts')
		.map((file) => readFileSync(join(__dirname, file), 'utf8'))
		.join('\n');
	const untested = Object.keys(defaultSwitches()).filter((name) => !tests.includes(name));
	expect(untested).toEqual([]);
});

it('names files that are there, and has a row for each of the 25 rules', () => {
	const files = [...rules.matchAll(/`((?:\.\.\/)?\w+(?:\.test)?\.ts)`/g)].map(([, file]) => file);
	const here = new Set(readdirSync(__dirname));
	const above = new Set(readdirSync(join(__dirname, '..')));
	const missing = files.filter((file) =>
		file?.startsWith('../') === true ? !above.has(file.slice(3)) : !here.has(String(file)),
	);
	expect(missing).toEqual([]);
	const rows = [...rules.matchAll(/^\| (\d+) /gm)].map(([, number]) => Number(number));
	expect(rows).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});
