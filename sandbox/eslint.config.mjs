// The linter for what is Node's rather than n8n's: sandbox, launcher, tests and scripts (.mts, .mjs). n8n's own linter
// looks after nodes, credentials and lib with its default configuration, which must not be changed.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['**/node_modules/**', 'dist/**', '.state/**'] },
	{
		files: ['sandbox/**/*.{mts,mjs}', 'test/**/*.{mts,mjs}'],
		extends: [js.configs.recommended, ...tseslint.configs.recommended],
		rules: {
			'no-undef': 'off',
			eqeqeq: 'error',
			'no-console': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			'@typescript-eslint/consistent-type-imports': 'error',
		},
	},
	{
		// Tests look into answers of any shape.
		files: ['test/**/*.mts'],
		rules: { '@typescript-eslint/no-explicit-any': 'off' },
	},
);
