import { FACT_NAMES } from '../../src/routes/adviser/fact.form'
import { PROFILE_QUESTIONS } from '../../src/domain/care-leaver'
import { OUTCOME_WEEKS } from '../../src/domain/match'
import { OPPORTUNITY_SECTIONS } from '../../src/domain/opportunity'
import { RULE_IDS } from '../../src/domain/rule-set/rule-set'
import { toUuid } from '../../src/domain/uuid'
import { listTerms, theTaxonomy } from '../../views/outward/open-referral'
import type { Known } from './actors'
import type { Chance } from '../../db/seed/demo/chance'

/** Something a part of a path may name. `key` says to a reader which one it is. */
export type Thing = { kind: Kind; key: string; id: string }

export type Kind =
  | 'match'
  | 'offer'
  | 'service'
  | 'taxonomy'
  | 'term'
  | 'person'
  | 'interest'
  | 'search'
  | 'introduction'
  | 'not-told'
  | 'pledge'
  | 'organisation'
  | 'account'
  | 'invitation'
  | 'session'
  | 'token'
  | 'round'
  | 'rule-set'
  | 'check'
  | 'ask'
  | 'mentor'
  | 'mentor-request'
  | 'suggestion'
  | 'word'
  | 'nobody'

/** What stands for each part of a path, by the name of the part. */
export type Filling = { path: string; things: Record<string, Thing> }

const words = (list: readonly (string | number)[]): Thing[] =>
  list.map((word) => ({ kind: 'word', key: String(word), id: String(word) }))

const keyed = (kind: Kind, list: readonly { key: string; id: string }[]): Thing[] =>
  list.map(({ key, id }) => ({ kind, key, id }))

/** The same everywhere and for everybody. */
const TAXONOMIES = words([(await theTaxonomy()).id])
const TERMS = words((await listTerms()).map(({ id }) => id))

/** Everything of one kind that the scenario has. */
function listThings(kind: Kind, map: Known): Thing[] {
  switch (kind) {
    case 'match':
      return keyed(kind, map.matches)
    case 'offer':
      return keyed(kind, map.offers)
    case 'service':
      return map.offers.map(({ key, id }) => ({ kind, key, id: toUuid(id) }))
    case 'taxonomy':
      return TAXONOMIES
    case 'term':
      return TERMS
    case 'person':
      return keyed(kind, map.people)
    case 'interest':
      return keyed(kind, map.interests)
    case 'search':
      return keyed(kind, map.searches)
    case 'introduction':
      return map.shares.map(({ key, reference }) => ({ kind, key, id: reference }))
    case 'not-told':
      return map.notTold.map(({ id, person }) => ({ kind, key: `an entry of ${person}`, id }))
    case 'pledge':
      return keyed(kind, map.pledges)
    case 'round':
      return keyed(kind, map.rounds)
    case 'check':
      return keyed(kind, map.checks)
    case 'ask':
      return keyed(kind, map.asks)
    case 'rule-set':
      return keyed(kind, map.ruleSets)
    case 'mentor':
      return keyed(kind, map.mentors)
    case 'mentor-request':
      return keyed(kind, map.mentorRequests)
    case 'suggestion':
      return keyed(kind, map.suggestions)
    case 'organisation':
      return keyed(kind, map.organisations)
    case 'account':
      return keyed(kind, map.accounts)
    case 'invitation':
      return map.invitations.map(({ id, account }) => ({ kind, key: `of ${account}`, id }))
    case 'session':
      return keyed(kind, map.sessions)
    case 'token':
      return map.invitations.map(({ token, account }) => ({ kind, key: `of ${account}`, id: token }))
    default:
      return []
  }
}

/** Which kind of thing a part of a path names. The first pattern that fits. */
const PARTS: readonly (readonly [RegExp, Record<string, Kind>])[] = [
  [/^\/my\/offers\/:id/, { ':id': 'match' }],
  [/^\/my\/(saved|interests)\/:id/, { ':id': 'offer' }],
  [/^\/my\/requests\/:id/, { ':id': 'interest' }],
  [/^\/my\/searches\/:id/, { ':id': 'search' }],
  [/^\/updates-off\/:token/, { ':token': 'token' }],
  [/^\/my\/checks\/:check/, { ':check': 'check' }],
  [/^\/my\/private\/:id/, { ':id': 'not-told' }],
  [/^\/account\/sessions\/:id/, { ':id': 'session' }],
  [/^\/opportunities\/:id/, { ':id': 'offer' }],
  [/^\/api\/oruk\/services\/:id/, { ':id': 'service' }],
  [/^\/api\/oruk\/taxonomies\/:id/, { ':id': 'taxonomy' }],
  [/^\/api\/oruk\/taxonomy_terms\/:id/, { ':id': 'term' }],
  [/^\/join\/:token/, { ':token': 'token' }],
  [/^\/champion\/pledges\/:id/, { ':id': 'pledge' }],
  [/^\/champion\/opportunities\/:id/, { ':id': 'offer' }],
  [/^\/champion\/asks\/:id/, { ':id': 'ask' }],
  [/^\/champion\/introductions\/:reference/, { ':reference': 'introduction' }],
  [
    /^\/adviser\/people\/:id/,
    { ':id': 'person', ':entry': 'not-told', ':match': 'match', ':check': 'check' },
  ],
  [/^\/team\/opportunities\/:id/, { ':id': 'offer', ':person': 'person', ':check': 'check' }],
  [/^\/team\/people\/:id/, { ':id': 'person' }],
  [/^\/team\/unmatched\/:id/, { ':id': 'person' }],
  [/^\/team\/interests\/:id/, { ':id': 'interest' }],
  [/^\/team\/matches\/:id/, { ':id': 'match' }],
  [/^\/team\/pledges\/:id/, { ':id': 'pledge' }],
  [/^\/team\/asks\/:id/, { ':id': 'ask' }],
  [/^\/team\/rounds\/:id/, { ':id': 'round' }],
  [/^\/team\/rules\/:id/, { ':id': 'rule-set' }],
  [/^\/mentoring\/requests\/:id/, { ':id': 'mentor-request' }],
  [/^\/mentoring\/mentors\/:id/, { ':id': 'mentor' }],
  [/^\/manage\/organisations\/:id/, { ':id': 'organisation' }],
  [/^\/manage\/accounts\/:id/, { ':id': 'account' }],
  [/^\/manage\/invitations\/:id/, { ':id': 'invitation' }],
]

/** Parts that are words of a closed list. */
const WORDS: Readonly<Record<string, readonly Thing[]>> = {
  ':question': words(PROFILE_QUESTIONS),
  ':section': words(OPPORTUNITY_SECTIONS),
  ':fact': words(FACT_NAMES),
  ':week': words(OUTCOME_WEEKS),
  ':rule': words(RULE_IDS),
  // The third has no place.
  ':number': words([0, 1, 2]),
}

const HISTORIES: Readonly<Record<string, Kind>> = {
  opportunity: 'offer',
  match: 'match',
  interest: 'interest',
  pledge: 'pledge',
  round: 'round',
  ask: 'ask',
  'rule-set': 'rule-set',
  'no-match': 'person',
  'round-suggestion': 'suggestion',
}

const NOT_AN_ID: Thing = { kind: 'nobody', key: 'what is no id', id: 'not-an-id' }

/**
 * Ways to fill in a route's path: with everything the scenario has, with the id of nothing, and with what is no id.
 * @param most so many of each list of things, drawn by chance
 */
export function fillingsOf(path: string, map: Known, draw: { chance: Chance; most: number }): Filling[] {
  const parts = [...path.matchAll(/:[a-z]+/g)].map(([name]) => name)
  // The scenario is made from the same seed: the other way round, an id is none of those it has.
  const id = [...draw.chance.id()].reverse().join('')
  const nothing: Thing = { kind: 'nobody', key: 'nobody’s', id }
  if (path.includes(':noun')) return historyFillings(path, map, [nothing, NOT_AN_ID])
  let fillings: Filling[] = [{ path, things: {} }]
  for (const name of parts) {
    const known = WORDS[name] ?? thingsFor(path, name, map)
    const some = draw.chance.some(known, draw.most)
    const strange = strangersTo(path, name, nothing)
    fillings = fillings.flatMap((filling) =>
      [...strange, ...some].map((thing) => ({
        path: filling.path.replace(new RegExp(`${name}(?:\\{[^}]*\\})?`), thing.id),
        things: { ...filling.things, [name]: thing },
      })),
    )
  }
  return fillings
}

/** Sessions and tokens have shapes of their own, which are not looked at: an unknown one is an unknown one. */
function strangersTo(path: string, name: string, nothing: Thing): Thing[] {
  if (name in WORDS) return words(['nothing-like-it'])
  return /^\/(account\/sessions|join|updates-off)/.test(path) ? [nothing] : [nothing, NOT_AN_ID]
}

function thingsFor(path: string, name: string, map: Known): Thing[] {
  const kinds = PARTS.find(([pattern]) => pattern.test(path))?.[1]
  const kind = kinds?.[name]
  if (!kind) throw new Error(`Nothing says what ${name} of ${path} is`)
  return listThings(kind, map)
}

function historyFillings(path: string, map: Known, strange: readonly Thing[]): Filling[] {
  return Object.entries(HISTORIES).flatMap(([noun, kind]) =>
    [...strange, ...listThings(kind, map)].map((thing) => ({
      path: path.replace(':noun', noun).replace(':id', thing.id),
      things: { ':id': thing, ':noun': { kind: 'word', key: noun, id: noun } },
    })),
  )
}
