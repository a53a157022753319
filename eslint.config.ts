import js from '@eslint/js'
import { type Config, defineConfig, globalIgnores } from 'eslint/config'
import regexp from 'eslint-plugin-regexp'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { floorsRule } from './lint/floors-rule.ts'

/**
 * Rooms of src/ stand on floors, doors first and the ground last. A room imports only from floors below its own, types
 * included; rooms of one floor don't know each other. Files import each other in no circle, within a room either.
 */
export const floors = [
  ['server.ts', 'cli.ts', 'browser'],
  ['app.ts', 'background.ts', 'terminal'],
  ['pages'],
  ['api', 'sitemaps'],
  ['annotations', 'provenance', 'embeds', 'search'],
  ['feeds', 'pictures'],
  ['merging', 'undo'],
  ['work', 'suggestions', 'checking', 'importing'],
  ['review', 'versions'],
  ['challenges'],
  ['notes'],
  ['verdicts'],
  ['claims'],
  ['statements'],
  ['findings'],
  ['documents'],
  ['topics', 'ratings', 'originals'],
  ['sources'],
  ['same'],
  ['corrections'],
  ['recheck', 'drafts'],
  ['accounts'],
  ['history'],
  ['visible'],
  ['web'],
  ['policy.ts'],
  ['intake', 'fetching'],
  ['words', 'extraction', 'queue'],
  ['database'],
  ['anchoring', 'compiled.ts', 'config.ts', 'refused.ts', 'stop.ts', 'memory.ts'],
] as const

const nodeOnly = ['node:*', 'express', 'pg', '@prisma/*']

/** Keeps a room's doors where docs/ARCHITECTURE.md draws them. */
function mayNotImport(
  files: string[],
  patterns: { group: string[]; message: string }[],
  ignores: string[] = [],
): Config {
  return { files, ignores, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } }
}

const noExpress = { group: ['express'], message: 'Only routes.ts, requests/, pages/ and web/ know of HTTP.' }
const noPrisma = {
  group: ['**/database/client/client.ts', '@prisma/*'],
  message: 'Only rooms and database/ know of Prisma.',
}

export default defineConfig(
  globalIgnores(['src/database/client/', 'node_modules/', 'data/', 'dist/', 'test/.cache/']),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'describe', 'suite', 'it'] },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' }],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // What an answer's JSON holds is what a test is about to find out.
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  // A test that asks how long something took fails where the machine is busy. `npm run bench` may ask.
  {
    files: ['test/**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...[
          ['performance', 'now'],
          ['process', 'hrtime'],
          ['process', 'cpuUsage'],
          ['process', 'threadCpuUsage'],
          ['process', 'resourceUsage'],
          ['process', 'memoryUsage'],
        ].map(([object, property]) => ({ object, property, message: 'Measure in test/bench.' })),
      ],
    },
  },
  // No text that somebody sends may keep an expression busy for longer than its length is worth.
  {
    files: ['src/**', 'prisma/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['src/**'],
    plugins: { house: { rules: { floors: floorsRule(floors) } } },
    rules: { 'house/floors': 'error' },
  },
  { files: ['src/browser/**'], languageOptions: { globals: globals.browser } },
  mayNotImport(
    ['src/**/*.ts'],
    [noExpress],
    ['src/**/routes.ts', 'src/**/requests/**', 'src/pages/**', 'src/web/**', 'src/app.ts'],
  ),
  mayNotImport(
    ['src/web/**/*.ts', 'src/**/routes.ts', 'src/pages/*.ts', 'src/app.ts'],
    [noPrisma],
    ['src/web/errors.ts', 'src/pages/*-page.ts'],
  ),
  mayNotImport(
    ['src/extraction/**/*.ts', 'src/anchoring/**/*.ts', 'src/browser/**/*.ts'],
    [{ group: [...nodeOnly, '**/database/**', '**/web/**'], message: 'Pure: neither database nor HTTP.' }],
  ),
)
