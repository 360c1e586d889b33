import type { Database } from '../../db/database'
import { type CandidatePerson, type CandidateScope, listCandidates } from '../../db/queries/candidates'
import { type ChangeMark, listChangedSince, readChangeMark } from '../../db/queries/person-changes'
import { readRuleSet } from '../../db/queries/rule-sets'
import type { Day } from '../domain/dates'
import type { CareLeaverId } from '../domain/ids'
import type { Secrets } from '../domain/secrets'
import type { MatchingContext } from '../matching/candidate'
import { type KeptPairs, patchKeptPairs } from './kept-pairs'
import { patchPerson, type PeopleColumns, peopleColumns } from '../matching/columns/people'

/** What a list is narrowed down by. */
export type Listed = Pick<CandidatePerson, 'id' | 'district' | 'adviserId' | 'waitingSince'>

/**
 * Everybody who may be suggested, as numbers: days of birth and until when somebody may work among them, but no name and
 * no text. What is in it goes when it is next asked for, or with the next minute where a timer asks.
 */
export type KeptPeople = {
  context: MatchingContext
  columns: PeopleColumns
  /** By the number of the person in the columns. */
  listed: Listed[]
  indexOf: ReadonlyMap<CareLeaverId, number>
  /** What of the database is in them. */
  mark: ChangeMark
  /** How often somebody was put in the place of what they were. */
  patches: number
  /** Their pairs with the live offers, since the timer came round. They go when the people do. */
  pairs?: KeptPairs | undefined
}

/** Reading everybody again is quicker than more of them one by one. */
const PATCHED_AT_ONCE_MAX = 64

/** Each patch may widen a block, so that after some the columns are made anew: a part of all the people. */
const PATCHED_SHARE_MAX = 0.25

type Given = {
  db: Database
  secrets: Secrets
  /** Reads people; told here so that a test can count how often. */
  list?: (scope: CandidateScope) => Promise<CandidatePerson[]>
  /** Whether one request may wait for what another reads: on Node, and never on Workers. */
  sharesReads?: boolean
}

/**
 * Everybody who may be suggested, kept in memory between two requests. Every call asks the database first who has
 * changed, in whichever process: these are put in their places one by one, and everybody is read again only when it is
 * another day, other rules, somebody has come or gone, or the columns have seen too many changes. Values are kept and
 * never a promise: on Workers one request may not wait for another's.
 * @returns what hands them to a function that may not wait for anything, so that nobody changes them meanwhile
 */
export function keepPeople({
  db,
  secrets,
  list = (scope) => listCandidates(db, secrets, scope),
  sharesReads = false,
}: Given) {
  let kept: KeptPeople | undefined
  let reading: Promise<KeptPeople> | undefined

  const withPeople = <Found>(today: Day, use: (people: KeptPeople) => Found): Promise<Found> =>
    look(today, use, { readsAll: true }) as Promise<Found>

  /** The same with the pairs of the people; nothing where none are kept, or everybody would have to be read for it. */
  async function withPairs<Found>(
    today: Day,
    use: (people: KeptPeople, pairs: KeptPairs) => Found,
  ): Promise<Found | undefined> {
    if (!kept?.pairs) return undefined
    return look(today, (people) => people.pairs && use(people, people.pairs), { readsAll: false })
  }

  async function look<Found>(
    today: Day,
    use: (people: KeptPeople) => Found,
    { readsAll }: { readsAll: boolean },
  ): Promise<Found | undefined> {
    for (;;) {
      const [before, version] = [kept, kept?.mark.version]
      const wasOvertaken = () => kept !== before || kept?.mark.version !== version
      const [ruleSet, changes] = await Promise.all([
        readRuleSet(db),
        before ? listChangedSince(db, before.mark, PATCHED_AT_ONCE_MAX) : null,
      ])
      if (wasOvertaken()) continue
      const context = { today, ruleSet }
      if (before && changes && isOf(before, context)) {
        const people = await readChanged(before, changes.ids)
        if (wasOvertaken()) continue
        if (people) return use(patched(before, people, changes.mark))
      }
      if (!readsAll) return undefined
      if (reading) {
        await reading.catch(() => undefined)
        continue
      }
      return use(await readAllOnce(context))
    }
  }

  /** Many who look while nothing is kept wait for one read, where they may. */
  async function readAllOnce(context: MatchingContext): Promise<KeptPeople> {
    const read = readAll(context)
    if (sharesReads) reading = read
    try {
      kept = await read
      return kept
    } finally {
      reading = undefined
    }
  }

  async function readAll(context: MatchingContext): Promise<KeptPeople> {
    const mark = await readChangeMark(db)
    const people = await list({})
    return {
      context,
      mark,
      columns: peopleColumns(people, context),
      listed: people.map(toListed),
      indexOf: new Map(people.map(({ id }, index) => [id, index])),
      patches: 0,
    }
  }

  /** Those who have changed, as they are now; null when they cannot be put in the place of what they were. */
  async function readChanged(
    { indexOf, patches }: KeptPeople,
    ids: readonly CareLeaverId[],
  ): Promise<CandidatePerson[] | null> {
    if (ids.length === 0) return []
    const known = ids.filter((id) => indexOf.has(id))
    if (patches + known.length > indexOf.size * PATCHED_SHARE_MAX) return null
    const people = await list({ among: ids })
    const areNow = new Set(people.map(({ id }) => id))
    return ids.every((id) => areNow.has(id) === indexOf.has(id)) ? people : null
  }

  return { withPeople, withPairs }
}

/** Only the version of the rules that is in force has a name. */
const isOf = ({ context }: KeptPeople, { today, ruleSet }: MatchingContext): boolean =>
  context.today === today && context.ruleSet.version === ruleSet.version

function patched(kept: KeptPeople, people: readonly CandidatePerson[], mark: ChangeMark): KeptPeople {
  for (const person of people) {
    const index = kept.indexOf.get(person.id) as number
    patchPerson(kept.columns, index, person, kept.context)
    kept.listed[index] = toListed(person)
    patchKeptPairs(kept, index)
  }
  kept.patches += people.length
  kept.mark = mark
  return kept
}

const toListed = ({ id, district, adviserId, waitingSince }: CandidatePerson): Listed => ({
  id,
  district,
  adviserId,
  waitingSince,
})
