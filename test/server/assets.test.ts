import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEmptyDatabase } from '../proofs/databases'
import { type RunningProduct, startProduct } from '../support/built-product'
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder'

const ASSETS = 'dist/assets.json'

// `npm test` builds first; a lone run of this file may find nothing to start.
describe.skipIf(!existsSync(ASSETS))('the built files (skipped without dist: npm run build)', () => {
  let folder = ''
  let product: RunningProduct
  beforeAll(async () => {
    folder = makeTemporaryFolder('assets')
    const databasePath = `${folder}/waymark.sqlite`
    makeEmptyDatabase(databasePath)
    product = await startProduct({ databasePath, mailFolder: `${folder}/mail` })
  })
  afterAll(async () => {
    await product.stop()
    removeFolder(folder)
  })

  it('stand beside a page of ours for an address that nobody has', async () => {
    const answer = await fetch(`${product.url}/nowhere`)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toMatch(/^<!doctype html>.*<h1/s)
  })

  it('say to a browser what every page says, and may be kept', async () => {
    const { headers: page } = await fetch(`${product.url}/`)
    const files = Object.values(JSON.parse(readFileSync(ASSETS, 'utf8')) as Record<string, string>)
    for (const file of files) {
      const { status, headers } = await fetch(`${product.url}${file}`)
      expect([file, status, headers.get('cache-control')]).toEqual([
        file,
        200,
        expect.stringContaining('immutable'),
      ])
      for (const name of ['content-security-policy', 'strict-transport-security', 'x-frame-options'])
        expect([file, headers.get(name)]).toEqual([file, page.get(name)])
    }
    const forWorkers = readFileSync('dist/public/_headers', 'utf8')
    expect(forWorkers).toContain(`Content-Security-Policy: ${page.get('content-security-policy')}`)
  })
})
