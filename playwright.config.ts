import { defineConfig } from '@playwright/test'
import type { HostOption } from './test/e2e/support/runtimes'

/**
 * The same scenarios in both hosts, but for those of `desktop*.spec.ts` and those with the tag `@web`, which tell of what
 * only one host has. A host that this machine cannot run skips its scenarios and says why.
 */
export default defineConfig<object, HostOption>({
  testDir: 'test/e2e/scenarios',
  outputDir: 'test-results',
  globalSetup: './test/e2e/support/announce.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  projects: [
    { name: 'web', use: { host: 'web' }, testIgnore: '**/desktop*.spec.ts' },
    { name: 'electron', use: { host: 'electron' }, grepInvert: /@web/ },
  ],
})
