import { describe, expect, it } from 'vitest'
import { createEmbeddedIndex } from '../../../src/search/fts5'
import { keepOffers } from '../../../src/search/kept-offers'
import { createSearch } from '../../../src/search/search'
import { withStandIn } from '../../../src/search/stand-in'
import { paths } from '../../../src/paths'
import { createBrowser } from '../../support/browser'
import { testDatabase } from '../../support/database'
import { givenAccount, givenOrganisation, givenPublished } from '../../support/givens'
import { fakeIndex } from '../../support/meilisearch/fake-index'
import { createWorld } from '../../support/world'

/** The whole app over a Meilisearch that is none, with two offers in it. */
async function aService() {
  const db = testDatabase()
  const fake = fakeIndex(db)
  const index = withStandIn({
    index: fake.index,
    standIn: createEmbeddedIndex(db),
    now: () => 0,
    onFault: () => {},
  })
  const search = createSearch({ db, offers: keepOffers(db), index })
  const world = createWorld(db, undefined, {}, { search })
  const { id: organisationId } = await givenOrganisation(world)
  const owner = await givenAccount(world, 'champion', { organisationId })
  const publish = (title: string) => givenPublished(world, { id: owner.id, organisationId }, { title })
  const { id } = await publish('Otter watching')
  await publish('Otter counting')
  await fake.keep()
  const set = (columns: object) =>
    db.commit([db.query.updateTable('opportunity').set(columns).where('id', '=', id)])
  const seen = (query = '?words=otters') => createBrowser(world).text(`${paths.browse}${query}`)
  return { ...fake, seen, set, publish }
}

const SIMPLER = 'Search is working in a simpler way'
const OUT = 'the numbers may be a little out'

describe('the search page with Meilisearch', () => {
  it('shows what it finds, and says nothing of engines', async () => {
    const { seen, server } = await aService()
    const page = await seen()
    expect(page).toContain('2 offers')
    expect(page).toContain('Otter watching')
    expect(page).not.toContain(SIMPLER)
    expect(page).not.toContain(OUT)
    expect(server.requests.at(-1)?.path).toBe('/multi-search')
  })

  it.each(['paused', 'withdrawn', 'closed'])(
    'does not show what is %s, though the engine still has it, and says that numbers may be out',
    async (state) => {
      const { seen, set, keep } = await aService()
      await set({ state })
      for (const query of ['?words=otters', '']) {
        const page = await seen(query)
        expect(page).not.toContain('Otter watching')
        expect(page).toContain('Otter counting')
        expect(page).toContain('1 offer')
        expect(page).toContain(OUT)
      }
      await keep()
      expect(await seen()).not.toContain(OUT)
    },
  )

  it('does not show a visitor what became private, though the engine still says that it is public', async () => {
    const { seen, set } = await aService()
    await set({ visibility: 'care-leavers-only' })
    expect(await seen()).not.toContain('Otter watching')
  })

  it.each(['down', 'unauthorised', 'broken', 'html', 'half-answers', 'redirects', 'foreign-ids'] as const)(
    'is the same page when the engine is not well, with a small note: %s',
    async (fault) => {
      const { seen, server } = await aService()
      server.fault = fault
      for (let count = 0; count < 4; count += 1) {
        const page = await seen()
        expect(page).toContain('2 offers')
        expect(page).toContain('Otter watching')
        expect(page).toContain(SIMPLER)
      }
    },
  )

  it('does not believe an index that is empty or another’s', async () => {
    const { seen, server } = await aService()
    server.indexes.get('opportunity')?.documents.clear()
    const page = await seen()
    expect(page).toContain('2 offers')
    expect(page).toContain(SIMPLER)
  })
})
