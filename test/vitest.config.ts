import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig(async () => ({
  root,
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'hono/jsx' } },
  test: {
    projects: [
      {
        extends: true as const,
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['**/*.workers.test.{ts,tsx}', '**/node_modules/**'],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true as const,
        plugins: [
          cloudflareTest({
            wrangler: { configPath: `${root}wrangler.toml` },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations(`${root}db/migrations`),
                RACE_ROUNDS: process.env.RACE_ROUNDS ?? '50',
              },
            },
          }),
        ],
        test: { name: 'workers', include: ['test/**/*.workers.test.{ts,tsx}'], testTimeout: 60_000 },
      },
    ],
  },
}))
