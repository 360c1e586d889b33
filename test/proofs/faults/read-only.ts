import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs'
import { PRODUCT_KEY } from '../../support/built-product'
import { somebodyElse } from '../../support/somebody-else'
import { makeEmptyDatabase } from '../databases'
import type { ProofContext, ProofResult } from '../proof'

const EX_CONFIG = 78

/** A file that may only be read, in a folder that may be written, and both. Root may write anything, so somebody else starts it. */
export async function readOnly({ folder, log }: ProofContext): Promise<ProofResult> {
  if (!somebodyElse) {
    log('a read-only file was NOT tried: the product lies where only root may read')
    return { counts: { 'starts on what may only be read (0: only root may start it here)': 0 }, failures: [] }
  }
  const failures: string[] = []
  makeEmptyDatabase(`${folder}/template.sqlite`)
  for (const [name, folderMode] of [
    ['file', 0o777],
    ['folder', 0o555],
  ] as const) {
    const own = `${folder}/read-only-${name}`
    mkdirSync(own)
    copyFileSync(`${folder}/template.sqlite`, `${own}/waymark.sqlite`)
    chmodSync(`${own}/waymark.sqlite`, 0o444)
    chmodSync(own, folderMode)
    chmodSync(folder, 0o755)
    const { code, said } = await start(`${own}/waymark.sqlite`)
    chmodSync(own, 0o777)
    if (code !== EX_CONFIG) failures.push(`read-only ${name}: it ended with ${code}`)
    if (said.length !== 1)
      failures.push(`read-only ${name}: it said ${said.length} lines: ${said.join(' / ').slice(0, 200)}`)
  }
  return { counts: { 'starts on what may only be read': 2 }, failures }
}

async function start(databasePath: string) {
  const child = spawn(process.execPath, ['dist/server.js'], {
    env: {
      PATH: process.env.PATH,
      APP_ENV: 'production',
      PORT: '47113',
      BASE_URL: 'http://localhost:1',
      DATABASE_PATH: databasePath,
      SECRET_KEYS: PRODUCT_KEY,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...somebodyElse,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()))
  // One that starts all the same is stopped, and its code tells.
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  const [code] = (await once(child, 'close')) as [number | null]
  clearTimeout(late)
  return { code, said: said.split('\n').filter(Boolean) }
}
