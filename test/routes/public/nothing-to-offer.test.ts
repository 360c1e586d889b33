import { describe, expect, it } from 'vitest'
import { createBrowser } from '../../support/browser'
import { testDatabase } from '../../support/database'
import { createWorld } from '../../support/world'

describe('a service without a single offer', () => {
  it('says that there is none, and blames no filter that nobody chose', async () => {
    const visitor = createBrowser(createWorld(testDatabase()))
    const browse = await visitor.text('/opportunities')
    expect(browse).toContain('There are no offers just now.')
    expect(browse).not.toContain('Nothing fits all of that')
    expect(await visitor.text('/opportunities?kind=job')).toContain('Nothing fits all of that')
    expect(await visitor.text('/')).not.toContain('Search 0 offers')
  })
})
