/** Tests load the built package (dist/) the way n8n does, so `npm test` builds first. */
module.exports = {
	roots: ['<rootDir>/test'],
	testEnvironment: 'node',
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json', diagnostics: false }],
	},
	testTimeout: 60_000,
};
