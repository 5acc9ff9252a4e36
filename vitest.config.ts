import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/codex/**', 'node_modules/**'],
    globalSetup: ['test/support/announce.ts'],
    testTimeout: 20_000,
    // Files share processes, so that each loads core once: no test leaves anything in a module or a global behind it.
    isolate: false,
    unstubGlobals: true,
    restoreMocks: true,
    // One process for each core: the default leaves one of two idle.
    maxWorkers: '100%',
    reporters: ['default'],
  },
})
