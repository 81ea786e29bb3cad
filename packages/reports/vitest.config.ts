import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Other programs read the files back: they take their time to start on a busy machine.
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    name: 'reports',
    include: ['src/**/*.test.ts'],
  },
})
