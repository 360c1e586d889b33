import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { addProposal } from '../../db/statements/matches'
import { publishContent } from '../../db/statements/opportunities'
import { randomId } from '../../src/auth/secrets'
import { dayOf } from '../../src/domain/dates'
import type { MatchId, OpportunityId, OrganisationId } from '../../src/domain/ids'
import { createEmbeddedIndex } from '../../src/search/fts5'
import { keepOffers } from '../../src/search/kept-offers'
import { understand } from '../../src/search/understand'
import { Vocabulary } from '../../src/search/vocabulary'
import { createSearch, type SearchQuery, type SearchResult } from '../../src/search/search'
import type { SearchIndex } from '../../src/search/search-index'
import type { OfferAudience } from '../../src/policy/audience'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
} from '../support/givens'
import { anOpening } from '../support/matching'
import { EVERYTHING, loadCorpus, nameOf } from '../support/search-corpus'
import { createWorld, DAY, type World } from '../support/world'

const VISITOR: OfferAudience = { seesCareLeaversOnly: false, organisationId: null }
const TEAM: OfferAudience = { seesCareLeaversOnly: true, organisationId: null }

let world: World
let organisations: ReadonlyMap<string, OrganisationId>

beforeAll(async () => {
  world = createWorld(testDatabase())
  organisations = await loadCorpus(world.db)
  await world.db.commit([
    world.db.query.insertInto('postcode').values(
      (
        [
          ['CT11AA', 'E07000106'],
          ['CT11AB', 'E07000106'],
          ['CT111AA', 'E07000114'],
          ['TN231PL', 'E07000105'],
          ['TN239ZZ', 'E07000116'],
        ] as const
      ).map(([postcode, district]) => ({ postcode, district, cell_east: 615, cell_north: 158 })),
    ),
  ])
})

const search = (query: Partial<SearchQuery> = {}) => world.search.search({ ...EVERYTHING, ...query })

describe('who may find care-leavers-only offers', () => {
  it('is decided on the page by who is signed in', async () => {
    const own = organisations.get('Good Company') as OrganisationId
    const stranger = await givenOrganisation(world, { name: 'Strangers' })
    const may = [
      await givenYoungPerson(world),
      await givenSignedIn(world, 'adviser'),
      await givenSignedIn(world, 'broker'),
      await givenSignedIn(world, 'manager'),
      await givenSignedIn(world, 'champion', { organisationId: own }),
    ]
    const mayNot = [
      createBrowser(world),
      await givenSignedIn(world, 'champion', { organisationId: stranger.id }),
      await givenSignedIn(world, 'partner', { organisationId: stranger.id }),
    ]
    const path = '/opportunities?words=telephone'
    for (const browser of may) expect(await browser.text(path)).toContain('1 offer')
    for (const browser of mayNot) {
      const text = await browser.text(path)
      expect(text).toContain('0 offers')
      expect(text).not.toContain('Good Company')
    }
  })
})

describe('an offer', () => {
  async function anOffer(values: Parameters<typeof givenPublished>[2] = {}) {
    const fresh = createWorld(testDatabase())
    const { id: organisationId } = await givenOrganisation(fresh)
    const owner = await givenAccount(fresh, 'champion', { organisationId })
    const offer = await givenPublished(
      fresh,
      { id: owner.id, organisationId },
      { title: 'Otter watching', ...values },
    )
    const found = async (words = 'otter') => {
      const today = dayOf(fresh.now())
      const result: SearchResult = await fresh.search.search({ ...EVERYTHING, words, today })
      return result.total
    }
    const set = (columns: object) =>
      fresh.db.commit([fresh.db.query.updateTable('opportunity').set(columns).where('id', '=', offer.id)])
    return { world: fresh, id: offer.id, found, set }
  }

  it('is found up to and on its closing day, by London’s clock', async () => {
    const { world: fresh, found } = await anOffer({ closesOn: '2027-03-01' })
    fresh.setTime('2027-03-01T23:59:59.999Z')
    expect([await found(), await found('')]).toEqual([1, 1])
    fresh.wait(1)
    expect([await found(), await found('')]).toEqual([0, 0])
  })

  it.each(['paused', 'closed', 'expired', 'withdrawn', 'archived', 'draft', 'submitted'])(
    'is not found when it is %s, and is again when it is published',
    async (state) => {
      const { found, set } = await anOffer()
      expect(await found()).toBe(1)
      await set({ state })
      expect([await found(), await found('')]).toEqual([0, 0])
      await set({ state: 'published' })
      expect([await found(), await found('')]).toEqual([1, 1])
    },
  )

  it('is not found when all its places are filled, and is while one is left', async () => {
    const { found, set } = await anOffer({ places: 2 })
    await set({ places_taken: 1, places_filled: 1 })
    expect(await found()).toBe(1)
    await set({ places_taken: 2, places_filled: 2 })
    expect([await found(), await found('')]).toEqual([0, 0])
  })

  it('stays in search while its last place is only held: a hold would point at a person', async () => {
    const { world: fresh, id, found } = await anOffer({ places: 1 })
    const [person, broker] = [await givenCareLeaver(fresh), await givenAccount(fresh, 'broker')]
    const match = randomId() as MatchId
    await fresh.db.commit([
      addProposal(fresh.db, {
        id: match,
        opportunityId: id,
        careLeaverId: person.id,
        interestId: null,
        brokerId: broker.id,
        reason: 'Fits',
        wordsToPerson: '',
        holdUntil: '2026-11-30',
        evidence: '{}',
        createdAt: fresh.now().toISOString(),
      }),
    ])
    const places = await fresh.db.query
      .selectFrom('opportunity')
      .select(['places_taken', 'places_filled'])
      .where('id', '=', id)
      .executeTakeFirst()
    expect(places).toEqual({ places_taken: 1, places_filled: 0 })
    expect([await found(), await found('')]).toEqual([1, 1])
    await fresh.db.commit([
      fresh.db.query.updateTable('match').set({ state: 'introduced' }).where('id', '=', match),
    ])
    expect(await found()).toBe(0)
  })

  it('is found by its new words and no longer by the old when it is published again', async () => {
    const { world: fresh, id, found } = await anOffer()
    const {
      id: _id,
      organisationId: _organisation,
      isCharityOrPublicBody: _public,
      ...content
    } = anOpening({ title: 'Badger watching', closesOn: '2027-03-01' })
    await fresh.db.commit(
      publishContent(fresh.db, id, {
        content,
        closesOn: '2027-03-01',
        state: 'published',
        publishedAt: fresh.now().toISOString(),
        version: 2,
      }),
    )
    expect([await found('badger'), await found('otter')]).toEqual([1, 0])
  })

  it('is gone from every list the day after, though no job has run', async () => {
    const { world: fresh, found } = await anOffer({ closesOn: '2026-11-30' })
    fresh.wait(8 * DAY)
    expect(await found('')).toBe(0)
    expect(await createBrowser(fresh).text('/opportunities')).toContain('0 offers')
  })
})

describe('what people type', () => {
  const queries = readFileSync('test/search/queries.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',') as [string, string])

  it('finds what would satisfy them in the first three, nearly always, and never nothing', async () => {
    const answers = await Promise.all(
      queries.map(async ([words, anyOf]) => {
        const first = (await search({ words })).ids.slice(0, 3).map(nameOf)
        return {
          words,
          isEmpty: first.length === 0,
          isFound: anyOf.split('|').some((name) => first.includes(name)),
        }
      }),
    )
    expect(answers.filter(({ isEmpty }) => isEmpty)).toEqual([])
    expect(answers.filter(({ isFound }) => isFound).length / queries.length).toBeGreaterThanOrEqual(0.93)
  })

  it.each([
    ['apprenticeship in maidstone', ['kinds', 'districts']],
    ['online training', ['isRemote', 'kinds']],
    ['paid job this month', ['isPaid', 'kinds', 'startsWithinDays']],
    ['hairdressing in deal', ['districts']],
    ['a good deal', []],
    ['aprenticeship in maidstone', ['kinds', 'districts']],
    ['raining', []],
    ['master', []],
    ['coarse', []],
  ])('“%s” sets the filters that are in it', async (words, filters) => {
    const { understood } = await search({ words })
    expect(understood.map(({ filter }) => filter).sort()).toEqual([...filters].sort())
  })

  it('shows what has any of the words, where nothing has all', async () => {
    const { ids } = await search({ words: 'chef bricklayer' })
    expect(ids.slice(0, 3).map(nameOf)).toEqual(expect.arrayContaining(['opp-004', 'opp-056']))
  })

  it.each([
    ['something in CT1', ['E07000106'], 'ct1'],
    ['ct1 1aa', ['E07000106'], 'ct1 1aa'],
    ['work CT11AB', ['E07000106'], 'ct11ab'],
    ['tn23', ['E07000105', 'E07000116'], 'tn23'],
  ])('reads a postcode as the districts it lies in: “%s”', async (words, districts, typed) => {
    const { understood } = await search({ words })
    expect(understood.find(({ filter }) => filter === 'districts')).toMatchObject({ typed, districts })
  })

  it.each(['zz9', 'ct1x', 'h2', 'a1'])('leaves “%s” as a word: it lies nowhere we know', async (words) => {
    expect((await search({ words })).understood).toEqual([])
  })

  it('keeps no street in an address', async () => {
    const response = await createBrowser(world).get('/opportunities?words=jobs+CT1+1AA&paid=yes')
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/opportunities?words=jobs+CT1&paid=yes',
    ])
  })

  it('suggests what would find something', async () => {
    const page = await createBrowser(world).text('/opportunities')
    const [, list = ''] = /<datalist id="words-suggestions">(.*?)<\/datalist>/.exec(page) ?? []
    const texts = [...list.matchAll(/value="([^"]*)"/g)].map(([, text]) => text ?? '')
    expect(texts).toEqual(expect.arrayContaining(['Apprenticeship', 'Maidstone']))
    for (const words of texts.slice(0, 12))
      expect([words, (await search({ words })).total > 0]).toEqual([words, true])
  })

  it('takes a filter as words again when somebody asks for it', async () => {
    const words = 'apprenticeship in maidstone'
    const { understood } = await search({ words, asWords: ['kinds', 'districts'] })
    expect(understood).toEqual([])
  })

  it('looks for the kind as a word when the filter leaves nothing', async () => {
    const { ids, understood } = await search({ words: 'football training dartford' })
    expect(ids.map(nameOf)).toContain('opp-043')
    expect(understood.map(({ filter }) => filter)).toEqual(['districts'])
  })

  it('keeps a place that was named, and leaves out the words that nothing there has', async () => {
    const { ids, understood, leftOut } = await search({ words: 'jobs in dover for photographers' })
    expect(ids.map(nameOf)).toEqual(['opp-016'])
    expect(understood.map(({ filter }) => filter).sort()).toEqual(['districts', 'kinds'])
    expect(leftOut).toEqual(['photographers'])
  })

  it('says what it read otherwise, and what it left out', async () => {
    expect((await search({ words: 'musuem' })).corrected).toEqual([{ typed: 'musuem', to: 'museum' }])
    expect((await search({ words: 'gardening zzyzx' })).leftOut).toEqual(['zzyzx'])
    const page = await createBrowser(world).text('/opportunities?words=gardening+zzyzx+in+maidstone')
    expect(page).toContain('has “zzyzx”, so we left it out')
    expect(page).toContain('We took “maidstone” as')
  })

  it.each([
    ['hospital night shift Margate', 'opp-012', 'hospital'],
    ['beach football Margate', 'opp-070', 'beach'],
  ])('“%s” finds what has some of the words at the place: %s', async (words, name, word) => {
    const { ids, understood, leftOut } = await search({ words })
    expect(nameOf(ids[0] as OpportunityId)).toBe(name)
    expect(understood.map(({ filter }) => filter)).toEqual(['districts'])
    expect(leftOut).not.toContain(word)
  })

  it.each([
    ['animals in thanet', ['opp-011', 'opp-069'], 'Thanet'],
    ['hairdreser near margate', ['opp-062'], 'Margate'],
  ])(
    '“%s”, of which there is none there, finds it elsewhere before what is there',
    async (words, first, place) => {
      const { ids, total, elsewhere, understood, leftOut } = await search({ words })
      const there = (await search({ districts: ['E07000114'] })).total
      expect(ids.slice(0, first.length).map(nameOf)).toEqual(first)
      expect(elsewhere).toMatchObject({ total: first.length, place: { place } })
      expect([total, ids.length, new Set(ids).size]).toEqual(Array(3).fill(first.length + there))
      expect([understood, leftOut]).toEqual([[], []])
    },
  )

  it('keeps the filters that were read out of the words in the list of the place alone', async () => {
    const { elsewhere, total } = await search({ words: 'hairdresser paid in thanet' })
    expect(elsewhere?.atPlace).toMatchObject({ isPaid: true, districts: ['E07000114'] })
    const { total: there } = await search({ words: '', ...elsewhere?.atPlace })
    expect((elsewhere?.total ?? 0) + there).toBe(total)
  })

  it('says that what is elsewhere comes first, and shows either alone', async () => {
    const page = await createBrowser(world).text('/opportunities?words=animals+in+thanet')
    expect(page).toContain('Nothing in Thanet has “animals”.')
    expect(page).toMatch(/First comes 1 offer from <a href="\/opportunities\?words=animals\+in">other places/)
    expect(page).toContain('<a href="/opportunities?district=E07000114">in Thanet</a>')
  })

  it('says of what there is nothing at a place in the words that were looked for', async () => {
    const { elsewhere, corrected } = await search({ words: 'hairdreser near margate' })
    expect(corrected).toEqual([{ typed: 'hairdreser', to: 'hairdresser' }])
    expect(elsewhere?.words).toEqual(['hairdresser'])
  })

  it('keeps to a place where a word says too little to go further for it', async () => {
    const { elsewhere, understood } = await search({ words: 'something to help in thanet' })
    expect(elsewhere).toBeNull()
    expect(understood.map(({ filter }) => filter)).toEqual(['districts'])
  })

  it('is read right by what people look for, before other words of offers one letter off', () => {
    const vocabulary = new Vocabulary([
      'coping strategies',
      'cooking for two',
      'coping coping',
      'cutting hair',
    ])
    const read = (typed: string) =>
      understand(typed, { vocabulary, phrases: [], synonyms: new Map() })(new Set())
    expect(read('coking').corrected).toEqual([{ typed: 'coking', to: 'cooking' }])
    expect(read('coking').terms[0]?.forms.flatMap(({ words }) => words)).not.toContain('coping')
    // No text says “hairdresser”; it says what one does.
    expect(read('hairdreser').corrected).toEqual([{ typed: 'hairdreser', to: 'hairdresser' }])
    expect(read('copping').corrected).toEqual([{ typed: 'copping', to: 'coping' }])
    expect(read('strateg').corrected).toEqual([])
    // What stands for it is in no text: there is nothing to read it as.
    expect(read('zookeper').corrected).toEqual([])
  })

  it('reads words that mean something together right, and leaves alone what is a word itself', () => {
    const vocabulary = new Vocabulary(['help with how you feel: counselling', 'metal work', 'health centre'])
    const read = (typed: string) => {
      const { terms, corrected } = understand(typed, { vocabulary, phrases: [], synonyms: new Map() })(
        new Set(),
      )
      return [terms.map((term) => term.typed), corrected]
    }
    expect(read('mentl helth')).toEqual([['mental health'], [{ typed: 'mentl helth', to: 'mental health' }]])
    expect(read('i need mental heatlh')).toEqual([
      ['mental health'],
      [{ typed: 'mental heatlh', to: 'mental health' }],
    ])
    expect(read('mental health')).toEqual([['mental health'], []])
    expect(read('metal health')).toEqual([['metal', 'health'], []])
  })

  it('finds a mistyped word as it would find it typed right', async () => {
    for (const [typed, right] of [
      ['hairdreser', 'hairdresser'],
      ['gardning', 'gardening'],
      ['potographer', 'photographer'],
      ['bulder', 'builder'],
    ] as const)
      expect([typed, (await search({ words: typed })).ids[0]]).toEqual([
        typed,
        (await search({ words: right })).ids[0],
      ])
  })

  it('says that it read a word as a kind, and quotes what was typed', async () => {
    const { understood, corrected } = await search({ words: 'aprenticeship in maidstone' })
    expect(understood.find(({ filter }) => filter === 'kinds')?.typed).toBe('aprenticeship')
    expect(corrected).toEqual([{ typed: 'aprenticeship', to: 'apprenticeship' }])
  })

  it('is read anew by the form, whatever was taken as words before', async () => {
    const page = await createBrowser(world).text('/opportunities?words=training+in+dover&as-words=kinds')
    expect(page).not.toMatch(/<input[^>]*name="as-words"/)
  })

  it('never reads a word right that only somebody else may see', async () => {
    const words = 'telephnoe'
    expect((await search({ words, audience: TEAM })).corrected).toEqual([{ typed: words, to: 'telephone' }])
    const { corrected, total } = await search({ words, audience: VISITOR })
    expect([corrected, total]).toEqual([[], 0])
  })
})

describe('what is elsewhere, and then what is at the place', () => {
  const PAGE = 20
  const idsOf = (answers: readonly SearchResult[]) => answers.flatMap(({ ids }) => ids)

  it.each([
    [3, 50],
    [20, 25],
    [27, 33],
    [45, 1],
  ])('are one list, page by page: %i and %i', async (far, near) => {
    const fresh = createWorld(testDatabase())
    const { id: organisationId } = await givenOrganisation(fresh)
    const owner = await givenAccount(fresh, 'champion', { organisationId })
    const publish = (values: object) => givenPublished(fresh, { id: owner.id, organisationId }, values)
    for (let count = 0; count < far; count += 1)
      await publish({ title: 'Otter watching', district: 'E07000111', town: '' })
    for (let count = 0; count < near; count += 1)
      await publish({ title: 'Street party', district: 'E07000114', town: '' })
    const pages = Math.ceil((far + near) / PAGE)
    const ask = (page: number) =>
      fresh.search.search({ ...EVERYTHING, today: dayOf(fresh.now()), words: 'otter in thanet', page })
    const answers = await Promise.all(Array.from({ length: pages }, (_, index) => ask(index + 1)))
    const ids = idsOf(answers)
    expect([ids.length, new Set(ids).size, answers[0]?.total]).toEqual(Array(3).fill(far + near))
    const { ids: otters } = await fresh.search.search({
      ...EVERYTHING,
      today: dayOf(fresh.now()),
      words: 'otter',
    })
    expect(ids.slice(0, otters.length)).toEqual(otters)
    expect((await ask(pages + 1)).ids).toEqual([])
  })
})

describe('what a search asks the database', () => {
  /** The same offers, with nothing kept yet. */
  function aFreshIndex() {
    let asked = 0
    const db = {
      query: world.db.query.withPlugin({
        transformQuery: ({ node }) => node,
        transformResult: async ({ result }) => {
          asked += 1
          return result
        },
      }),
    }
    const fresh = createSearch({ db, offers: keepOffers(db), index: createEmbeddedIndex(db) })
    const ask = async (query: Partial<SearchQuery>) => {
      asked = 0
      await fresh.search({ ...EVERYTHING, ...query })
      return asked
    }
    return { ask }
  }

  const LONG = (
    'football training apprenticeship dartford gardening kitchen mentoring nursing plumbing hospital bricklayer ' +
    'teachers museum photography computer warehouse driving childcare zookeeper hairdressing'
  ).slice(0, 200)

  it.each([LONG, 'paid work with animals', 'hospital night shift Margate', 'zzyzx qqxq in deal'])(
    'is little, whatever is typed: “%s”',
    async (words) => {
      // Its version, the offers, the towns, their words, and once for each of up to four readings.
      expect(await aFreshIndex().ask({ words })).toBeLessThanOrEqual(8)
    },
  )

  it('is about six words at most', async () => {
    const words = 'museum zzaq zzbq zzcq zzdq zzeq zzfq zzgq'
    expect((await search({ words })).leftOut).toEqual(['zzaq', 'zzbq', 'zzcq', 'zzdq', 'zzeq'])
  })

  it('does not read the texts or the towns when nothing was typed', async () => {
    expect(await aFreshIndex().ask({})).toBe(2)
  })

  it('keeps what twelve readers may find, and lets the one who asked longest ago go first', async () => {
    const { ask } = aFreshIndex()
    const readers = [...organisations.values()].slice(0, 13)
    expect(readers).toHaveLength(13)
    const by = (reader: number) =>
      ask({ audience: { seesCareLeaversOnly: false, organisationId: readers[reader] as OrganisationId } })
    for (let reader = 0; reader < 12; reader += 1) await by(reader)
    expect(await by(0)).toBe(1)
    await by(12)
    expect(await by(0)).toBe(1)
    expect(await by(11)).toBe(1)
    expect(await by(1)).toBe(2)
  })
})

describe('what an offer is also called', () => {
  it('finds it, is kept with it, and is not shown', async () => {
    const fresh = createWorld(testDatabase())
    const { id: organisationId } = await givenOrganisation(fresh)
    const owner = await givenAccount(fresh, 'champion', { organisationId })
    const { id } = await givenPublished(
      fresh,
      { id: owner.id, organisationId },
      { title: 'Hot drinks helper', alsoCalled: 'barista, flat white' },
    )
    for (const words of ['barista', 'flat white', 'drinks'])
      expect([
        words,
        (await createBrowser(fresh).text(`/opportunities?words=${words}`)).includes('Hot drinks helper'),
      ]).toEqual([words, true])
    expect(await createBrowser(fresh).text(`/opportunities/${id}`)).not.toContain('barista')
  })
})

describe('an organisation that changes its name', () => {
  it('is found by the new one at once, and not by the old one', async () => {
    const { id: organisationId } = await givenOrganisation(world, { name: 'Quibblethorpe Partners' })
    const owner = await givenAccount(world, 'champion', { organisationId })
    const { id } = await givenPublished(world, { id: owner.id, organisationId }, { title: 'Filing' })
    expect((await search({ words: 'quibblethorpe' })).ids).toEqual([id])
    const { query } = world.db
    await world.db.commit([
      query.updateTable('organisation').set({ name: 'Zandervoort' }).where('id', '=', organisationId),
    ])
    expect((await search({ words: 'zandervoort' })).ids).toEqual([id])
    expect((await search({ words: 'quibblethorpe' })).ids).toEqual([])
  })
})

describe('an index that takes its time', () => {
  it('is asked at once what would come back without each filter', async () => {
    let [asking, most] = [0, 0]
    const embedded = createEmbeddedIndex(world.db)
    const index: SearchIndex = {
      isNeverBehind: false,
      find: async (question) => {
        most = Math.max(most, (asking += 1))
        await new Promise((resolve) => setTimeout(resolve, 5))
        asking -= 1
        return embedded.find(question)
      },
    }
    const slow = createSearch({ db: world.db, offers: world.offers, index })
    const query = { kinds: ['job'], outcomes: ['health'], isPaid: true, isRemote: true } as const
    const { total, rescue } = await slow.search({ ...EVERYTHING, ...query })
    expect(total).toBe(0)
    expect(rescue.length).toBeGreaterThan(0)
    expect(most).toBe(4)
  })
})
