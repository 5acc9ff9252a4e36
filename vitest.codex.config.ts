import { defineConfig } from 'vitest/config'

/** Tests against the real Codex CLI, which take longer than all others together: `npm run test:codex`. */
export default defineConfig({
  test: {
    include: ['test/codex/**/*.test.ts'],
    globalSetup: ['test/codex/announceCodex.ts'],
    testTimeout: 300_000,
    reporters: ['default'],
  },
})
