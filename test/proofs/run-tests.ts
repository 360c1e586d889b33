import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Assertion = { status: string; fullName: string; failureMessages?: string[] }
type Results = { testResults: { name: string; message?: string; assertionResults: Assertion[] }[] }

/**
 * Runs tests of the ordinary suite: what they prove in process needs no second way of proving it.
 * @param filter what vitest is asked to run
 */
export async function runTests(folder: string, filter: readonly string[], env: Record<string, string> = {}) {
  const file = join(folder, `tests-${filter.join('-').replace(/\W+/g, '-')}.json`)
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=json',
      `--outputFile=${file}`,
      ...filter,
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'ignore'] },
  )
  process.once('exit', () => child.kill('SIGKILL'))
  await once(child, 'exit')
  const results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results).testResults : []
  const tests = results.flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.filter(({ status }) => status !== 'passed')
  const unread = results.filter(({ assertionResults }) => assertionResults.length === 0)
  const failures = [
    ...failed.map(
      ({ fullName, failureMessages }) =>
        `${fullName}: ${failureMessages?.[0]?.split('\n')[0] ?? 'did not run'}`,
    ),
    ...unread.map(({ name, message }) => `${name}: ${message?.split('\n')[0] ?? 'has no tests'}`),
    ...(tests.length === 0 ? [`No test ran for ${filter.join(' ')}`] : []),
  ]
  return { passed: tests.length - failed.length, failures }
}
