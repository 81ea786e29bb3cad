import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Other programs read the files back: they take their time to start on a busy machine.
  test: { name: 'reports', include: ['src/**/*.test.ts'], testTimeout: 30_000 },
})
