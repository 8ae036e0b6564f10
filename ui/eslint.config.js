import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const noLiteralStyle = {
  selector: "SvelteAttribute[key.name='style']",
  message: 'The content security policy forbids inline styles: use a class.',
};

export default defineConfig(
  { ignores: ['build/', '.svelte-kit/', 'src/lib/api/generated.ts'] },
  ts.configs.strict,
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    rules: {
      'no-restricted-syntax': ['error', noLiteralStyle],
      'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch'],
      'svelte/no-inline-styles': 'error',
      'svelte/no-at-html-tags': 'error',
      // Paths are absolute from the root on both hosts; there is no base path to resolve.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  // The one seam to the host may fetch.
  { files: ['src/lib/host/browser.ts'], rules: { 'no-restricted-globals': 'off' } },
);
