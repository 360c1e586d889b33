import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/database'
import { addDays } from '../../src/domain/dates'
import { distanceKm } from '../../src/domain/grid'
import type { OrganisationId } from '../../src/domain/ids'
import type { OpportunityKind } from '../../src/domain/opportunity'
import type { Sort } from '../../src/domain/search'
import type { District } from '../../src/domain/taxonomy'
import { keepOffers } from '../../src/search/kept-offers'
import { createSearch, type Search, type SearchQuery } from '../../src/search/search'
import type { OfferAudience } from '../../src/policy/audience'
import { PAGE_SIZE, type SearchIndex } from '../../src/search/search-index'
import {
  cellOf,
  corpus,
  dayOfSeconds,
  EVERYTHING,
  loadCorpus,
  nameOf,
  type Offer,
  TODAY,
} from '../support/search-corpus'

const SORTS: readonly Sort[] = ['best', 'nearest', 'closing', 'newest']

const CANTERBURY = { cellEast: 615, cellNorth: 158 }
const VISITOR: OfferAudience = { seesCareLeaversOnly: false, organisationId: null }
const TEAM: OfferAudience = { seesCareLeaversOnly: true, organisationId: null }

const where = (test: (offer: Offer) => boolean) =>
  corpus
    .filter(test)
    .map(({ id }) => id)
    .sort()
const offerOf = (name: string) => corpus.find(({ id }) => id === name) as Offer

function near(offer: Offer, km: number): boolean {
  const cell = cellOf(offer)
  return cell !== null && distanceKm({ east: 615, north: 158 }, { east: cell[0], north: cell[1] }) <= km
}

/**
 * What every engine finds in the 72 offers of the corpus. What is expected is worked out from them, without an index.
 * @param openIndex the engine over a database that holds the corpus; it has all of it when this resolves
 */
export function searchContract(
  open: () => Promise<Database>,
  openIndex: (db: Database) => Promise<SearchIndex>,
) {
  let engine: Search
  let organisations: ReadonlyMap<string, OrganisationId>

  beforeAll(async () => {
    const db = await open()
    organisations = await loadCorpus(db)
    engine = createSearch({ db, offers: keepOffers(db), index: await openIndex(db) })
  })

  const search = (query: Partial<SearchQuery> = {}) => engine.search({ ...EVERYTHING, ...query })

  /** Every hit of a search, page after page. */
  async function allOf(query: Partial<SearchQuery>): Promise<string[]> {
    const names: string[] = []
    for (let page = 1; ; page += 1) {
      const { ids } = await search({ ...query, page })
      if (ids.length === 0) return names
      names.push(...ids.map(nameOf))
    }
  }

  const find = async (words: string) => allOf({ words })

  describe('words', () => {
    it.each([
      ['gardening', 'opp-002', 'stem: gardener'],
      ['volunteers', 'opp-037', 'stem: volunteer'],
      ['cooked', 'opp-041', 'stem: cooking'],
      ['apprentices', 'opp-001', 'stem: apprentice'],
      ['brickl', 'opp-056', 'prefix'],
      ['appren chef', 'opp-004', 'two prefixes'],
      ['chef appren', 'opp-004', 'the other way round'],
      ['PLUMBING', 'opp-060', 'capitals'],
      ['cafe', 'opp-014', 'without its accent'],
      ['café', 'opp-014', 'with its accent'],
      ['cafe\u0301', 'opp-014', 'with its accent as a mark of its own'],
      ['CAFÉ assist', 'opp-014', 'capitals and accent'],
      ["o'brien", 'opp-038', 'straight apostrophe'],
      ['O’Brien', 'opp-038', 'curly apostrophe'],
      ["o'brien's bike", 'opp-038', 'with a genitive'],
      ['c++', 'opp-029', 'plus signs'],
      ['C++ python', 'opp-029', 'plus signs and a word'],
      ['"food bank"', 'opp-037', 'quotes'],
      ['half-price', 'opp-045', 'a hyphen'],
      ['(CSCS)', 'opp-025', 'brackets'],
      ['websites, data!', 'opp-005', 'marks'],
      ['margate', 'opp-012', 'the town'],
      ['harbour theatre', 'opp-010', 'the organisation'],
      ['insight day prison', 'opp-068', 'the kind and the title'],
      ['  rangers   dover ', 'opp-008', 'spaces'],
      ['football\u0000open', 'opp-043', 'a control character'],
    ])('%j finds %s: %s', async (words, name) => {
      expect(await find(words)).toContain(name)
    })

    it('are all there in what comes first; where nothing has all, what has some is shown and said to be', async () => {
      const all = await search({ words: 'chef kitchen' })
      expect(all.totalWithAllWords).toBeGreaterThan(0)
      expect(all.ids.slice(0, 3).map(nameOf)).toContain('opp-004')
      const some = await search({ words: 'chef bricklayer' })
      expect(some.totalWithAllWords).toBe(0)
      expect(['opp-004', 'opp-056']).toContain(some.ids.slice(0, 1).map(nameOf)[0])
    })

    it('count most in the title', async () => {
      expect((await find('plumbing'))[0]).toBe('opp-060')
      expect((await find('forklift'))[0]).toBe('opp-026')
      expect((await find('zoo'))[0]).toBe('opp-069')
    })

    it.each([
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'NEAR(food bank)',
      'food AND bank',
      'food OR',
      'NOT food',
      'title:food',
      'title : food',
      '^food',
      'food*',
      '*',
      '-food',
      '+food',
      '{title} : food',
      '(',
      ')',
      '"',
      '""',
      '"food',
      "'",
      "';--",
      '\\',
      '%',
      '_',
      ':',
      '^',
      '18+',
      '🙂',
      '🙂🙂 food',
      '日本語',
      'عربي',
      '\u0000',
      'a\u0000b',
      '\u200b',
      '<b>',
      '½',
      '²',
      'ⅷ',
    ])('%j is text, never an operator or a fault', async (words) => {
      const result = await search({ words })
      expect(result.total).toBeGreaterThanOrEqual(0)
      expect(result.ids.length).toBeLessThanOrEqual(PAGE_SIZE)
    })

    it('that are operators elsewhere are looked for as they stand', async () => {
      expect((await find('food OR bank'))[0]).toEqual((await find('food bank'))[0])
      expect(await find('title:food')).toEqual(await find('title food'))
      expect(await find('food*')).toEqual(await find('food'))
      expect(await find('^food')).toEqual(await find('food'))
    })

    it.each(['', '   ', '"', '+', '- * ^', '🙂', '\u0000\u0001'])(
      'with nothing in them to look for (%j) list everything',
      async (words) => {
        expect((await search({ words })).total).toBe(corpus.length)
      },
    )

    it('may be ten thousand characters long', async () => {
      expect((await search({ words: 'a'.repeat(10_000) })).total).toBe(0)
      expect((await search({ words: 'gardener '.repeat(2_000) })).total).toBe(1)
      expect((await search({ words: '"'.repeat(10_000) })).total).toBe(corpus.length)
      expect((await search({ words: '🙂'.repeat(5_000) + ' gardener' })).total).toBe(1)
    })
  })

  describe('filters', () => {
    const KINDS: OpportunityKind[] = ['job', 'training']
    const DISTRICTS: District[] = ['E07000106', 'E07000110']

    it.each<[string, Partial<SearchQuery>, (offer: Offer) => boolean]>([
      ['one kind', { kinds: ['job'] }, ({ kind }) => kind === 'job'],
      ['two kinds: either', { kinds: KINDS }, ({ kind }) => kind === 'job' || kind === 'training'],
      [
        'an outcome, of several it may have',
        { outcomes: ['health'] },
        ({ outcomes }) => outcomes.includes('health'),
      ],
      [
        'districts',
        { districts: DISTRICTS },
        ({ district }) => district === 'E07000106' || district === 'E07000110',
      ],
      ['paid', { isPaid: true }, ({ paid }) => paid],
      ['remote', { isRemote: true }, ({ remote }) => remote],
      [
        'starts within 30 days',
        { startsWithinDays: 30 },
        ({ starts_at: at }) => dayOfSeconds(at) <= addDays(TODAY, 30),
      ],
      [
        'two groups: both',
        { kinds: KINDS, isPaid: true },
        ({ kind, paid }) => (kind === 'job' || kind === 'training') && paid,
      ],
      ['a distance without a place: no filter', { withinKm: 5 }, () => true],
      [
        'a distance, and remote whatever it is',
        { withinKm: 20, from: CANTERBURY },
        (offer) => offer.remote || near(offer, 20),
      ],
    ])('keep what they say: %s', async (_name, query, test) => {
      expect((await allOf(query)).sort()).toEqual(where(test))
      expect((await search(query)).total).toBe(where(test).length)
    })

    it('measure as the crow flies, on the grid or on the globe', async () => {
      const km = distanceKm({ east: 615, north: 158 }, { east: 632, north: 141 })
      const [dover, less] = [Math.ceil(km), Math.floor(km * 0.995)]
      expect(await allOf({ from: CANTERBURY, withinKm: dover })).toContain('opp-008')
      expect(await allOf({ from: CANTERBURY, withinKm: less })).not.toContain('opp-008')
    })

    it('come with counts that leave a group’s own choice out', async () => {
      const query = { kinds: ['job'] as const, districts: ['E07000110'] as District[], isPaid: true }
      const { counts, total } = await search(query)
      const count = <T extends string>(
        values: (offer: Offer) => readonly (T | null)[],
        test: (offer: Offer) => boolean,
      ) => {
        const totals: Record<string, number> = {}
        for (const offer of corpus.filter(test))
          for (const value of values(offer)) if (value) totals[value] = (totals[value] ?? 0) + 1
        return totals
      }
      const [isJob, isThere, isPaid] = [
        ({ kind }: Offer) => kind === 'job',
        ({ district }: Offer) => district === 'E07000110',
        ({ paid }: Offer) => paid,
      ]
      expect(total).toBe(where((offer) => isJob(offer) && isThere(offer) && isPaid(offer)).length)
      expect(counts).toEqual({
        kinds: count(
          ({ kind }) => [kind],
          (offer) => isThere(offer) && isPaid(offer),
        ),
        districts: count(
          ({ district }) => [district],
          (offer) => isJob(offer) && isPaid(offer),
        ),
        outcomes: count(
          ({ outcomes }) => outcomes,
          (offer) => isJob(offer) && isThere(offer) && isPaid(offer),
        ),
        isPaid: where((offer) => isJob(offer) && isThere(offer) && isPaid(offer)).length,
        isRemote: where((offer) => isJob(offer) && isThere(offer) && isPaid(offer) && offer.remote).length,
      })
    })

    it('come with counts that say what choosing would bring', async () => {
      const { counts } = await search({ words: 'work', isPaid: true })
      for (const [kind, count] of Object.entries(counts.kinds)) {
        expect([
          kind,
          (await search({ words: 'work', isPaid: true, kinds: [kind as OpportunityKind] })).total,
        ]).toEqual([kind, count])
      }
    })
  })

  describe('when nothing is found', () => {
    it('says which one filter to take off, and how many come back, most first', async () => {
      const { rescue } = await search({
        words: 'plumbing',
        kinds: ['apprenticeship'],
        districts: ['E07000106'],
      })
      const without = async (query: Partial<SearchQuery>) => (await search(query)).total
      expect(rescue).toEqual(
        [
          { filter: 'words', total: await without({ kinds: ['apprenticeship'], districts: ['E07000106'] }) },
          { filter: 'districts', total: await without({ words: 'plumbing', kinds: ['apprenticeship'] }) },
          { filter: 'kinds', total: await without({ words: 'plumbing', districts: ['E07000106'] }) },
        ]
          .filter(({ total }) => total > 0)
          .sort((a, b) => b.total - a.total),
      )
      expect(rescue.length).toBeGreaterThan(0)
    })

    it('says nothing when one filter is not the reason, or something was found', async () => {
      expect((await search({ words: 'plumbing', isRemote: true, kinds: ['event'] })).rescue).toEqual([])
      expect((await search({ words: 'plumbing' })).rescue).toEqual([])
      expect((await search({ words: 'plumbing', page: 9 })).rescue).toEqual([])
    })

    it('does not count what the reader may not see', async () => {
      const { rescue, total } = await search({ words: 'telephone', kinds: ['job'], audience: VISITOR })
      expect(total).toBe(0)
      expect(rescue.find(({ filter }) => filter === 'kinds')).toBeUndefined()
    })
  })

  describe('order', () => {
    const publishedAt = (name: string) => offerOf(name).published_at
    const isSorted = (values: readonly number[]) =>
      values.every((value, index) => index === 0 || (values[index - 1] as number) <= value)

    it('is newest first, by when it was published', async () => {
      expect(isSorted((await allOf({ sort: 'newest' })).map((name) => -publishedAt(name)))).toBe(true)
    })

    it('is closing first', async () => {
      const names = await allOf({ sort: 'closing' })
      expect(isSorted(names.map((name) => Date.parse(dayOfSeconds(offerOf(name).closes_at))))).toBe(true)
    })

    it('is nearest first, then remote, and the newest of those as near', async () => {
      const names = await allOf({ sort: 'nearest', from: CANTERBURY })
      const distance = (name: string) => {
        const cell = cellOf(offerOf(name))
        return cell
          ? distanceKm({ east: 615, north: 158 }, { east: cell[0], north: cell[1] })
          : Number.MAX_SAFE_INTEGER
      }
      expect(names).toHaveLength(corpus.length)
      expect(isSorted(names.map(distance))).toBe(true)
      const remote = where((offer) => offer.remote)
      expect(names.slice(-remote.length).sort()).toEqual(remote)
      const inTown = names.filter((name) => distance(name) === 0)
      expect(isSorted(inTown.map((name) => -publishedAt(name)))).toBe(true)
    })

    it.each(SORTS)('by %s shows pages of 20 that repeat and lose nothing', async (sort) => {
      const names = await allOf({ sort, from: CANTERBURY })
      expect(names.slice().sort()).toEqual(where(() => true))
      expect((await search({ sort, page: 1 })).ids).toHaveLength(PAGE_SIZE)
      expect((await search({ sort, page: 4 })).ids).toHaveLength(corpus.length - 3 * PAGE_SIZE)
      expect(await search({ sort, page: 5 })).toMatchObject({ ids: [], total: corpus.length })
    })

    it('is the same each time, with words too', async () => {
      for (const sort of SORTS)
        expect(await allOf({ words: 'work', sort })).toEqual(await allOf({ words: 'work', sort }))
      expect(new Set(await find('work')).size).toBe((await find('work')).length)
    })
  })

  describe('who may find care-leavers-only offers', () => {
    const HIDDEN = where(({ visibility }) => visibility === 'care-leavers-only')

    it('is the young people and the team: all of them', async () => {
      expect(HIDDEN.length).toBeGreaterThan(10)
      expect((await allOf({ audience: TEAM })).sort()).toEqual(where(() => true))
    })

    it('is not a visitor, in hits, total, counts or rescue', async () => {
      const result = await search({ audience: VISITOR })
      const open = where(({ visibility }) => visibility === 'public')
      expect((await allOf({ audience: VISITOR })).sort()).toEqual(open)
      expect(result.total).toBe(open.length)
      expect(Object.values(result.counts.kinds).reduce((sum, count) => sum + count, 0)).toBe(open.length)
      expect(result.counts.isRemote).toBe(
        where(({ visibility, remote }) => visibility === 'public' && remote).length,
      )
    })

    it('is a poster, for their own organisation only', async () => {
      const own = organisations.get('Good Company') as OrganisationId
      const names = await allOf({ audience: { seesCareLeaversOnly: false, organisationId: own } })
      expect(names.sort()).toEqual(
        where(({ visibility, organisation }) => visibility === 'public' || organisation === 'Good Company'),
      )
    })
  })
}
