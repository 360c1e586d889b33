import type { KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '../../db/database'
import {
  type CandidatePerson,
  type CandidateScope,
  findCandidate,
  listCandidates,
} from '../../db/queries/candidates'
import { findPublished, listOpenings, type PublishedOpportunity } from '../../db/queries/opportunities'
import { readRuleSet } from '../../db/queries/rule-sets'
import {
  addNotTold,
  forgetProfileAnswer,
  saveFact,
  saveProfileAnswer,
} from '../../db/statements/care-leavers'
import { recordAudit } from '../../db/statements/record'
import { replaceRuleSet, setRuleSetState } from '../../db/statements/rule-sets'
import { randomId } from '../../src/auth/secrets'
import { keepCohort } from '../../src/cohort/cohort'
import { keepOpenings } from '../../src/cohort/kept-openings'
import { keepPairs } from '../../src/cohort/kept-pairs'
import { keepPeople } from '../../src/cohort/kept-people'
import { proposeMatch } from '../../src/commands/matches/propose-match'
import type { AccountId, CareLeaverId, MatchId, OrganisationId } from '../../src/domain/ids'
import { OPPORTUNITY_KINDS } from '../../src/domain/opportunity'
import { FIRST_RULE_SET } from '../../src/domain/rule-set/first-rule-set'
import { shortlistOpenings, shortlistPeople } from '../../src/matching/shortlist'
import { acting, givenAccount, givenCareLeaver, givenOrganisation, givenPublished } from '../support/givens'
import { givenRuleSet } from '../support/rule-sets'
import { createWorld, type World } from '../support/world'

const TODAY = '2026-11-23'
const TOMORROW = '2026-11-24'

/** As many as one page may have: on Workers the people of all the tests stand in one database. */
const ROWS = 64

/** What is kept in memory of everybody ranks as if everybody had just been read, whatever was changed and by whom. */
export function cohortContract(open: () => Promise<Database>) {
  async function aScene() {
    const world = createWorld(await open())
    const organisation = await givenOrganisation(world, { name: `Parks ${randomId()}` })
    const owner = await givenAccount(world, 'champion', { organisationId: organisation.id })
    const broker = await givenAccount(world, 'broker', { name: `Broker ${randomId()}` })
    const offer = await givenPublished(
      world,
      { id: owner.id, organisationId: organisation.id },
      { needsRightToWork: true },
    )
    const people: CareLeaverId[] = []
    for (let count = 0; count < 12; count += 1) people.push((await givenCareLeaver(world)).id)
    const who = (number: number) => people[number] as CareLeaverId
    return { world, organisation, owner, broker, offer, who }
  }
  type Scene = Awaited<ReturnType<typeof aScene>>

  const ANSWERED = { answeredAt: `${TODAY}T10:00:00.000Z`, answeredBy: 'test' as AccountId, theirWords: '' }
  const commit = ({ db }: World, ...statements: Parameters<Database['commit']>[0]) => db.commit(statements)

  const CHANGES: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
    'gives an answer': ({ world, who }) =>
      commit(
        world,
        saveProfileAnswer(world.db, {
          careLeaverId: who(3),
          question: 'goals',
          answer: { goals: ['get-a-job'], words: '' },
          ...ANSWERED,
        }),
      ),
    'takes an answer back': ({ world, who }) => commit(world, forgetProfileAnswer(world.db, who(4), 'likes')),
    'has a fact recorded': async ({ world, who }) =>
      commit(
        world,
        saveFact(world.db, {
          careLeaverId: who(5),
          fact: 'right-to-work',
          sealed: await world.secrets.seal(
            JSON.stringify({ status: 'any-work', until: null, source: 'Passport', checkedOn: TODAY }),
          ),
          recordedBy: 'test' as AccountId,
          recordedAt: world.now().toISOString(),
        }),
      ),
    'no longer wants to be suggested': ({ world, who }) =>
      commit(
        world,
        world.db.query.updateTable('care_leaver').set({ consideration: 'no' }).where('id', '=', who(6)),
      ),
    'is new': ({ world }) => givenCareLeaver(world, { name: 'Somebody new' }),
    'moves to another district': ({ world, who }) =>
      commit(
        world,
        world.db.query.updateTable('care_leaver').set({ district: 'E07000106' }).where('id', '=', who(7)),
      ),
    'has waited for longer than was known': ({ world, who }) =>
      commit(
        world,
        world.db.query
          .updateTable('care_leaver')
          .set({ waiting_since: '2026-01-01' })
          .where('id', '=', who(8)),
      ),
    'does not want an organisation told': ({ world, who, organisation }) =>
      commit(
        world,
        addNotTold(world.db, {
          id: randomId(),
          careLeaverId: who(2),
          kind: 'organisation',
          organisationId: organisation.id as OrganisationId,
          matchHash: null,
          sealedWords: null,
          addedBy: 'test' as AccountId,
          addedAt: world.now().toISOString(),
        }),
      ),
    'does not want the broker told': async ({ world, who, broker }) =>
      commit(
        world,
        addNotTold(world.db, {
          id: randomId(),
          careLeaverId: who(1),
          kind: 'email',
          organisationId: null,
          matchHash: await world.secrets.hash('not-told', broker.email),
          sealedWords: await world.secrets.seal(broker.email),
          addedBy: 'test' as AccountId,
          addedAt: world.now().toISOString(),
        }),
      ),
    'is proposed for the offer': ({ world, who, offer, broker }) =>
      proposeMatch(acting(world, broker.id), {
        matchId: randomId() as MatchId,
        opportunityId: offer.id,
        careLeaverId: who(0),
        reason: 'It fits',
        wordsToPerson: '',
        holdUntil: '2026-11-30',
      }),
    'finds the rules changed': async ({ world, broker }) => {
      const at = world.now().toISOString()
      const weights = {
        ...FIRST_RULE_SET.weights,
        interests: FIRST_RULE_SET.weights.goals,
        goals: FIRST_RULE_SET.weights.interests,
      }
      const { version: basedOn } = await readRuleSet(world.db)
      const id = await givenRuleSet(world.db, {
        draftedBy: broker.id,
        basedOn,
        at,
        isSubmitted: true,
        values: { weights },
      })
      const { id: approver } = await givenAccount(world, 'manager')
      const change = {
        state: 'in-force',
        version: 3,
        decidedBy: approver,
        inForce: { name: `of ${id}`, at },
      } as const
      const subject = `rule-set:${id}`
      await commit(
        world,
        recordAudit(world.db, { at, actorId: 'test', action: 'test.given', subject, version: 3 }),
        replaceRuleSet(world.db),
        setRuleSetState(world.db, id, change),
      )
    },
  }

  async function expectSame({ world, offer, broker, who }: Scene, cohort = world.cohort, today = TODAY) {
    const { db, secrets } = world
    const opening = (await findPublished(db, offer.id)) as PublishedOpportunity
    const context = { today, ruleSet: await readRuleSet(db) }
    const viewerId = broker.id
    const everybody = await listCandidates(db, secrets, { viewerId })
    const kept = await cohort.peopleFor(opening, { viewerId, today, from: 0, rows: ROWS })
    const one = shortlistPeople(everybody, opening, context, { limit: ROWS })
    expect(plain(kept)).toEqual(plain(one))
    const inMaidstone = everybody.filter(({ district }) => district === 'E07000110')
    const isWanted = ({ district }: { district: string }) => district === 'E07000110'
    const narrowed = await cohort.peopleFor(opening, { viewerId, today, isWanted, from: 2, rows: 3 })
    const slow = shortlistPeople(inMaidstone, opening, context)
    expect(plain(narrowed)).toEqual(plain({ ...slow, rows: slow.rows.slice(2, 5) }))
    for (const id of [who(0), who(2), who(3), who(5)]) {
      const person = (await findCandidate(db, secrets, id)) as CandidatePerson
      const offers = await cohort.offersFor(person, { today, limit: 5 })
      expect(plain(offers)).toEqual(
        plain(shortlistOpenings(person, await listOpenings(db, today), context, { limit: 5 })),
      )
    }
  }

  it.each(Object.keys(CHANGES))('is the same after somebody %s', async (change) => {
    const scene = await aScene()
    await expectSame(scene)
    await CHANGES[change]?.(scene)
    await expectSame(scene)
  })

  it.each(Object.keys(CHANGES))(
    'is the same with pairs that were found before somebody %s',
    async (change) => {
      const scene = await aScene()
      await scene.world.cohort.follow(TODAY)
      await expectSame(scene)
      await CHANGES[change]?.(scene)
      await expectSame(scene)
      await scene.world.cohort.follow(TODAY)
      await expectSame(scene)
    },
  )

  it('is the same through everything, one after another, and on the next day', async () => {
    const scene = await aScene()
    for (const change of Object.values(CHANGES)) {
      await change(scene)
      await expectSame(scene)
    }
    await expectSame(scene, scene.world.cohort, TOMORROW)
  })

  it('keeps its pairs while people change, until an offer does or somebody goes', async () => {
    const scene = await aScene()
    const { world, who, owner, organisation } = scene
    const { withPeople, withPairs } = keepPeople({ db: world.db, secrets: world.secrets })
    const currentOpenings = keepOpenings(world.db)
    const current = () => withPairs(TODAY, (_, { pairs }) => pairs)
    const follow = async () => {
      const { columns } = await currentOpenings(TODAY)
      await withPeople(TODAY, (people) => keepPairs(people, columns))
      return current()
    }
    await withPeople(TODAY, () => undefined)
    expect(await current()).toBeUndefined()

    const kept = await follow()
    const before = kept?.length as number
    await CHANGES['does not want an organisation told']?.(scene)
    expect(await current()).toBe(kept)
    expect(kept?.length).toBeLessThan(before)
    expect(await follow()).toBe(kept)

    await givenPublished(world, { id: owner.id, organisationId: organisation.id })
    expect(await follow()).not.toBe(kept)

    await commit(
      world,
      world.db.query.updateTable('care_leaver').set({ consideration: 'no' }).where('id', '=', who(6)),
    )
    expect(await current()).toBeUndefined()
    await withPeople(TODAY, (people) => expect(people.pairs).toBeUndefined())
  })

  it('suggests from the pairs since the timer came round, and from the person before', async () => {
    const { world, who } = await aScene()
    const person = (await findCandidate(world.db, world.secrets, who(3))) as CandidatePerson
    const wantsNothing = {
      ...person,
      profile: { ...person.profile, 'not-suggest': { kinds: [...OPPORTUNITY_KINDS] } },
    }
    const offers = () => world.cohort.offersFor(wantsNothing, { today: TODAY, limit: 5 })
    expect((await offers()).count).toBe(0)
    await world.cohort.follow(TODAY)
    expect((await offers()).count).toBeGreaterThan(0)
  })

  it('is the same in a second process', async () => {
    const scene = await aScene()
    const second = keepCohort({ db: scene.world.db, secrets: scene.world.secrets })
    await expectSame(scene, second)
    await CHANGES['gives an answer']?.(scene)
    await expectSame(scene)
    await expectSame(scene, second)
  })

  it('knows an offer that was taken away, or full, from the next list on', async () => {
    const scene = await aScene()
    const { world, owner, organisation } = scene
    const other = await givenPublished(world, { id: owner.id, organisationId: organisation.id })
    await expectSame(scene)
    await commit(
      world,
      world.db.query.updateTable('opportunity').set({ state: 'withdrawn' }).where('id', '=', other.id),
    )
    await expectSame(scene)
  })

  async function aKeptCohort() {
    const scene = await aScene()
    const { db, secrets } = scene.world
    const reads: CandidateScope[] = []
    const list = (scope: CandidateScope) => {
      reads.push(scope)
      return listCandidates(db, secrets, scope)
    }
    const { withPeople } = keepPeople({ db, secrets, list })
    const look = (today = TODAY) => withPeople(today, ({ listed }) => listed.length)
    await look()
    reads.length = 0
    return { ...scene, look, reads, set: setOf(scene.world) }
  }

  const setOf = (world: World) => (id: CareLeaverId, columns: object) =>
    commit(world, world.db.query.updateTable('care_leaver').set(columns).where('id', '=', id))

  it('reads nobody while nothing changes, and only who has changed', async () => {
    const { look, reads, who, set } = await aKeptCohort()
    await look()
    expect(reads).toEqual([])
    await set(who(0), { district: 'E07000106' })
    await set(who(0), { district: 'E07000107' })
    await set(who(1), { district: 'E07000106' })
    await look()
    expect(reads).toEqual([{ among: [who(0), who(1)] }])
  })

  it('reads everybody when somebody comes, when it is another day, and when it saw too many changes', async () => {
    const { look, reads, world, who, set } = await aKeptCohort()
    await givenCareLeaver(world)
    await look()
    await look(TOMORROW)
    expect(reads.filter(({ among }) => !among)).toHaveLength(2)
    const count = await look(TOMORROW)
    for (let change = 0; change <= count / 4; change += 1) {
      await set(who(0), { district: change % 2 ? 'E07000106' : 'E07000107' })
      await look(TOMORROW)
    }
    expect(reads.filter(({ among }) => !among)).toHaveLength(3)
  })

  it('reads everybody when the database was put back and has another history', async () => {
    const { look, reads, world, who, set } = await aKeptCohort()
    await set(who(0), { district: 'E07000106' })
    await look()
    reads.length = 0
    await commit(
      world,
      world.db.query.updateTable('person_change').set({ version: randomId() }).where('number', '>', 0),
    )
    await look()
    expect(reads).toEqual([{}])
  })

  it('asks twice for each of many who look at once while nothing changes', async () => {
    const { world } = await aScene()
    let asked = 0
    const counting = counted(world.db, () => (asked += 1))
    const { withPeople } = keepPeople({ db: counting, secrets: world.secrets })
    await withPeople(TODAY, () => undefined)
    asked = 0
    await Promise.all(Array.from({ length: 20 }, () => withPeople(TODAY, () => undefined)))
    expect(asked).toBe(40)
  })

  it('reads everybody once for many who look at once, where one may wait for another', async () => {
    const { world } = await aScene()
    const reads: CandidateScope[] = []
    const list = (scope: CandidateScope) => {
      reads.push(scope)
      return listCandidates(world.db, world.secrets, scope)
    }
    const { withPeople } = keepPeople({ db: world.db, secrets: world.secrets, list, sharesReads: true })
    const look = () => withPeople(TODAY, ({ listed }) => listed.length)
    const counts = await Promise.all(Array.from({ length: 20 }, look))
    expect(new Set(counts).size).toBe(1)
    expect(reads).toEqual([{}])
    await givenCareLeaver(world)
    await Promise.all(Array.from({ length: 20 }, look))
    expect(reads.filter(({ among }) => !among)).toHaveLength(2)
  })

  it('reads nobody again for a new account that nobody named', async () => {
    const { look, reads, world } = await aKeptCohort()
    await givenAccount(world, 'broker')
    await look()
    expect(reads).toEqual([])
  })

  it('gives many who look at once what is there when they look', async () => {
    const { world, who, set } = await aKeptCohort()
    const { withPeople } = keepPeople({ db: world.db, secrets: world.secrets })
    const districtOf = (id: CareLeaverId) =>
      withPeople(TODAY, ({ listed, indexOf }) => listed[indexOf.get(id) ?? -1]?.district)
    for (const district of ['E07000106', 'E07000107', 'E07000108'] as const) {
      await set(who(0), { district })
      expect(await Promise.all(Array.from({ length: 5 }, () => districtOf(who(0))))).toEqual(
        Array.from({ length: 5 }, () => district),
      )
    }
  })
}

/** The same database, with a word each time it is asked something. */
function counted(db: Database, onAsk: () => void): Database {
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      onAsk()
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { ...db, query: db.query.withPlugin(plugin), commit: (...given) => db.commit(...given) }
}

type List = {
  rows: readonly { id: string; eligibility: unknown; score: unknown }[]
  count: number
  leftOut: unknown
}

const plain = ({ rows, count, leftOut }: List) => ({
  rows: rows.map(({ id, eligibility, score }) => ({ id, eligibility, score })),
  count,
  leftOut,
})
