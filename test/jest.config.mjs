// How jest runs here: TypeScript of lib (.ts) and of Node's side (.mts) alike, turned into CommonJS without type checks
// (those are `npm run typecheck` and the build).
const parser = { syntax: 'typescript' };

export default {
	rootDir: '..',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.mts'],
	moduleFileExtensions: ['mts', 'ts', 'js', 'mjs', 'json', 'node'],
	// In the vm that a test file runs in, these would be looked up again at every use.
	sandboxInjectedGlobals: [
		...['Array', 'BigInt', 'Boolean', 'Date', 'Error', 'Intl', 'JSON', 'Map', 'Math', 'Number'],
		...['Object', 'Promise', 'RegExp', 'Set', 'String', 'Symbol', 'URLSearchParams', 'WeakMap'],
	],
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.state'],
	transform: {
		'^.+\\.m?ts$': [
			'@swc/jest',
			{ jsc: { target: 'es2023', parser }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
		],
	},
};
