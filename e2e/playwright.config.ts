import { defineConfig } from '@playwright/test'
import type { EngineOption } from './journey.ts'

export default defineConfig<object, EngineOption>({
  testDir: '.',
  outputDir: '../test-results/journeys',
  fullyParallel: false,
  workers: 2,
  projects: [
    { name: 'sqlite', use: { engine: 'sqlite' } },
    { name: 'postgres', use: { engine: 'postgres' } },
  ],
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.ROPEWALK_CHROMIUM ? { executablePath: process.env.ROPEWALK_CHROMIUM } : {}),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
