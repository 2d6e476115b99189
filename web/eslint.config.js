import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const inCatalogue = 'Words that people read stand in a strings.ts.';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts', 'public'] },
  js.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': hooks, 'jsx-a11y': a11y },
    rules: {
      ...hooks.configs['recommended-latest'].rules,
      ...a11y.flatConfigs.recommended.rules,
      // Focus follows what the person opened (a dialog's first field), never a page load.
      'jsx-a11y/no-autofocus': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/[A-Za-z]{2,}/]', message: inCatalogue },
        {
          selector:
            'JSXAttribute[name.name=/^(label|placeholder|title|alt|description|aria-label|aria-description)$/] > Literal[value=/[A-Za-z]{2,}/]',
          message: inCatalogue,
        },
        {
          selector: 'JSXAttribute[name.name=dangerouslySetInnerHTML]',
          message: 'React escapes; this does not.',
        },
      ],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Use the client of src/api.' }],
    },
  },
  {
    files: ['scripts/*.mjs', '*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
