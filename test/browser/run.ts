import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { findChromium } from './chromium'
import { type Service, startService } from './service'

/** Walks the built product in a real browser. Skipped where there is none, but never in continuous integration. */
async function run(): Promise<number> {
  const chromium = findChromium()
  if (!chromium) {
    console.log('Browser tests skipped: no Chromium found')
    return process.env.CI === 'true' ? 1 : 0
  }
  const service = await startService()
  try {
    return await runTests(service, chromium)
  } finally {
    await service.stop()
  }
}

/** The runner is a process of its own; an interrupt reaches it first, and the service is stopped after it. */
async function runTests(service: Service, chromium: string): Promise<number> {
  const runner = spawn(
    process.execPath,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'test/browser/playwright.config.ts',
      ...process.argv.slice(2),
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, ...service.env, CHROMIUM_PATH: chromium },
    },
  )
  const interrupt = () => void runner.kill('SIGINT')
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt)
  const [code] = await once(runner, 'exit')
  return typeof code === 'number' ? code : 1
}

process.exitCode = await run()
