import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { byKey } from '../../db/seed/canary/scene'
import { makeCanaryDatabase, makeEmptyDatabase } from './databases'
import type { Proof, ProofContext } from './proof'
import { runProof } from './run-proof'
import { startSession } from './sessions'
import { createVisitor } from './visitor'

const aProof = (run: Proof['run']): Proof => ({
  name: 'of-the-harness',
  claim: 'holds',
  unit: 'times',
  defaultSize: 1,
  ciSize: 1,
  run,
})

const once = { size: 1, seed: 7 }

describe('a proof', () => {
  it('draws the same from the same seed', async () => {
    const drawing = aProof(async ({ chance }) => ({
      counts: { drawn: chance.between(0, 1e9) },
      failures: [],
    }))
    expect(await runProof(drawing, once)).toEqual(await runProof(drawing, once))
  })

  it('has failed when it throws, and leaves no process and no folder', async () => {
    let product: Awaited<ReturnType<ProofContext['startProduct']>> | undefined
    let folder = ''
    const throwing = aProof(async (context) => {
      folder = context.folder
      makeEmptyDatabase(`${folder}/waymark.sqlite`)
      product = await context.startProduct()
      expect((await createVisitor(product).get('/healthz')).status).toBe(200)
      throw new Error('not this time')
    })
    const { failures } = await runProof(throwing, once)
    expect(failures.join()).toContain('not this time')
    expect([product?.isRunning, product?.exitCode, existsSync(folder)]).toEqual([false, 0, false])
  })
})

describe('a visitor of the built product', () => {
  it('comes in with a code or with a session that was opened for them', async () => {
    const visiting = aProof(async ({ folder, startProduct }) => {
      const { accounts } = await makeCanaryDatabase(`${folder}/waymark.sqlite`, 1)
      const [broker, suspended] = [byKey(accounts, 'broker'), byKey(accounts, 'broker-suspended')]
      const product = await startProduct()
      const [byCode, bySession, refused] = [1, 2, 3].map(() => createVisitor(product))
      await byCode?.signIn(broker.email)
      bySession?.takeSession(await startSession(product.databasePath, broker.email))
      refused?.takeSession(await startSession(product.databasePath, suspended.email))
      const statuses = await Promise.all([byCode, bySession, refused].map((one) => one?.get('/team')))
      return { counts: {}, failures: statuses.map((answer) => String(answer?.status)) }
    })
    expect((await runProof(visiting, once)).failures).toEqual(['200', '200', '303'])
  })
})

describe('npm run prove', () => {
  const prove = (...options: string[]) =>
    spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'test/proofs/prove.ts', ...options], {
      encoding: 'utf8',
    })

  it.each([['nothing-like-it'], ['all', '--size', '5']])(
    'says how it is used when it is asked for %s %s',
    (...options) => {
      const { status, stdout, stderr } = prove(...options)
      expect([status, stdout]).toEqual([64, ''])
      expect(stderr).toContain('Usage:')
    },
  )
})
