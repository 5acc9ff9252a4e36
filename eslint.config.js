import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * Which folder may import what. Do not relax these rules: ARCHITECTURE.md explains each, TypeScript's project
 * references enforce the same arrows, and test/architecture.test.ts plants a violation of every kind.
 */
const nodeBuiltins = { regex: '^node:', message: 'Only core and main run in Node.' }
const electron = {
  regex: '^electron($|/)',
  message: 'Only src/main/index.ts, src/main/electron and src/preload know Electron.',
}
const userInterface = {
  regex:
    '^(react|react-dom|zustand|@tanstack|radix-ui|cmdk|lucide-react|react-resizable-panels|@codemirror)($|/)',
  message: 'Only the renderer draws.',
}
const zod = { regex: '^zod($|/)', message: 'A sandboxed preload cannot load zod.' }
const otherPackages = { regex: '^[^.]', message: 'src/shared uses zod and nothing else.' }

/** Imports of our own folders, as relative paths that climb out of the importing folder. */
function folder(name) {
  return { regex: `(^|/)\\.\\./(.*/)?${name}(/|$)`, message: `This folder does not import from src/${name}.` }
}

function layer(files, patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } }
}

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', 'test-results/**', 'playwright-report/**', 'coverage/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: {
        project: [
          'src/shared/tsconfig.json',
          'src/core/tsconfig.json',
          'src/main/tsconfig.json',
          'src/preload/tsconfig.json',
          'src/renderer/tsconfig.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
      ],
      eqeqeq: 'error',
      'max-lines-per-function': ['error', { max: 120, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    files: ['*.config.ts', 'test/**'],
    rules: { 'no-restricted-syntax': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['src/renderer/**/*.tsx', 'src/renderer/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only src/renderer/src/client talks to a host.' },
        { name: 'EventSource', message: 'Only src/renderer/src/client talks to a host.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'explorer', message: 'Only src/renderer/src/client talks to a host.' },
      ],
    },
  },
  {
    files: ['src/renderer/src/client/**'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  layer(
    ['src/shared/**'],
    [
      { ...otherPackages, regex: '^(?!zod$)[^.]' },
      folder('core'),
      folder('main'),
      folder('preload'),
      folder('renderer'),
    ],
  ),
  layer(['src/core/**'], [electron, userInterface, folder('main'), folder('preload'), folder('renderer')]),
  layer(['src/main/**'], [electron, userInterface, folder('preload'), folder('renderer')]),
  layer(
    ['src/main/index.ts', 'src/main/electron/**'],
    [userInterface, folder('preload'), folder('renderer')],
  ),
  layer(
    ['src/preload/**'],
    [
      nodeBuiltins,
      userInterface,
      zod,
      folder('core'),
      folder('main'),
      folder('renderer'),
      {
        regex: '/shared/(?!contract/channels$)',
        allowTypeImports: true,
        message: 'The preload imports channels.ts and types only.',
      },
    ],
  ),
  layer(['src/renderer/**'], [nodeBuiltins, electron, folder('core'), folder('main'), folder('preload')]),
  layer(
    ['src/renderer/src/ui/**'],
    [
      nodeBuiltins,
      electron,
      folder('core'),
      folder('main'),
      folder('preload'),
      folder('features'),
      folder('state'),
      folder('client'),
    ],
  ),
  layer(
    ['src/renderer/src/state/**'],
    [
      nodeBuiltins,
      electron,
      folder('core'),
      folder('main'),
      folder('preload'),
      folder('features'),
      folder('ui'),
    ],
  ),
)
