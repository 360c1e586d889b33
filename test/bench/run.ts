import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { build } from 'esbuild'

// Builds the benches as one file, as the product is built, and runs them: what reads TypeScript on the way would slow
// down what is measured, and not what it is measured against.

const FOLDER = 'dist/bench'

await build({
  entryPoints: ['test/bench/benches.ts'],
  outfile: `${FOLDER}/benches.mjs`,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  logLevel: 'error',
})
for (const file of ['kent-postcodes.csv', 'towns.csv']) copyFileSync(`db/seed/${file}`, `${FOLDER}/${file}`)

const benches = [`${FOLDER}/benches.mjs`, ...process.argv.slice(2)]
process.exit(spawnSync(process.execPath, benches, { stdio: 'inherit' }).status ?? 1)
