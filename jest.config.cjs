const { readdirSync } = require('node:fs');
const { join } = require('node:path');

/** All of test/ but e2e, which has a runner of its own and, once it ran, n8n's 2.3 GB below it. */
const roots = readdirSync(join(__dirname, 'test'), { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && entry.name !== 'e2e')
	.map(({ name }) => `<rootDir>/test/${name}`);

/** Tests load the built package (dist/) the way n8n does, so `npm test` builds first. */
module.exports = {
	roots,
	testEnvironment: 'node',
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json', diagnostics: false }],
	},
	testTimeout: 60_000,
};
