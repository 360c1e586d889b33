import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS } from './chromium'

/** Started by run.ts, which says where the product and the browser are. */
export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'walks', testMatch: '*.spec.ts' },
    // Not walked with every change: they count and draw for the README.
    { name: 'figures', testMatch: '*.figure.ts' },
  ],
  // What a failure leaves to look at; the runner empties it at the next start.
  outputDir: join(tmpdir(), 'waymark-browser-results'),
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  timeout: 900_000,
  reporter: 'list',
  expect: { timeout: 30_000 },
  use: {
    baseURL: process.env.WAYMARK_URL ?? '',
    browserName: 'chromium',
    headless: true,
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '', args: CHROMIUM_ARGS },
  },
})
