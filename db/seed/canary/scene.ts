import type { AccountState, Role } from '../../../src/domain/account'
import type { CheckTurn } from '../../../src/domain/check-task'
import type { Consideration } from '../../../src/domain/care-leaver'
import type {
  AccountId,
  CareLeaverId,
  ChampionAskId,
  InterestId,
  MatchId,
  MentorId,
  MentorRequestId,
  OpportunityId,
  OrganisationId,
  PledgeId,
  CheckTaskId,
  RoundId,
  RuleSetId,
  ShareId,
  SavedSearchId,
  SuggestionId,
} from '../../../src/domain/ids'
import type { InterestState, MatchState } from '../../../src/domain/match'
import type { OpportunityState, Visibility } from '../../../src/domain/opportunity'
import type { Secrets } from '../../../src/domain/secrets'
import type { Candidate, Opening } from '../../../src/matching/candidate'
import { Chance } from '../demo/chance'
import { History, type Step } from '../demo/history'
import { Rows } from '../demo/rows'
import { Canaries } from './canaries'

// Everybody and everything has a key, by which a reader of a failure knows who and what it was.

export type Organisation = { key: string; id: OrganisationId; name: string }

export type Account = {
  key: string
  role: Role
  /** How they stand to the first of their role: see `accounts.ts`. */
  relation: 'first' | 'stranger' | 'colleague' | 'suspended' | 'blocked' | 'invited'
  id: AccountId
  email: string
  name: string
  /** Key of an organisation. */
  organisation: string | null
  state: AccountState
}

export type Person = {
  key: string
  id: CareLeaverId
  preferredName: string
  /** Keys of accounts. */
  account: string | null
  adviser: string | null
  consideration: Consideration
  /** Keys of the accounts that are not to know of this person. */
  blocked: readonly string[]
}

export type Offer = {
  key: string
  id: OpportunityId
  title: string
  organisation: string
  owner: string
  state: OpportunityState
  visibility: Visibility
}

export type Match = {
  key: string
  id: MatchId
  person: string
  offer: string
  broker: string
  state: MatchState
}

export type Share = {
  key: string
  id: ShareId
  reference: string
  match: string
  person: string
  receiver: string
  organisation: string
  isLive: boolean
}

export type Interest = { key: string; id: InterestId; person: string; offer: string; state: InterestState }

export type Pledge = { key: string; id: PledgeId; organisation: string; state: string }

/** Everything in it, for whoever looks for leaks. */
export type CanaryMap = {
  organisations: Organisation[]
  accounts: Account[]
  people: Person[]
  offers: Offer[]
  matches: Match[]
  shares: Share[]
  interests: Interest[]
  saved: { person: string; offer: string }[]
  searches: { key: string; id: SavedSearchId; person: string }[]
  notTold: { id: string; person: string }[]
  /** Keys of accounts that have looked at everybody. */
  viewers: string[]
  pledges: Pledge[]
  rounds: { key: string; id: RoundId }[]
  ruleSets: { key: string; id: RuleSetId }[]
  checks: {
    key: string
    id: CheckTaskId
    person: string | null
    offer: string
    turn: CheckTurn
    isOpen: boolean
  }[]
  asks: { key: string; id: ChampionAskId; organisation: string; isOpen: boolean }[]
  mentors: { key: string; id: MentorId }[]
  mentorRequests: { key: string; id: MentorRequestId; person: string }[]
  suggestions: { key: string; id: SuggestionId; person: string }[]
  /** With the token of the link, which the database does not have. */
  invitations: { id: string; account: string; token: string }[]
  canaries: Canaries['list']
}

/** What every part of the scenario is made with. */
export type Scene = {
  chance: Chance
  secrets: Secrets
  rows: Rows
  canaries: Canaries
  map: CanaryMap
  /** People and offers as the engine knows them, by key. */
  candidates: Map<string, Candidate>
  openings: Map<string, Opening>
  today: string
  /** Noon, so many days ago; a negative number is to come. */
  daysAgo(days: number): string
  /** Tells what happened to one thing. @returns its version */
  told(subject: string, ...steps: Step[]): number
  history: History
}

const DAY_MS = 86_400_000

export type Given = {
  now: Date
  secrets: Secrets
  seed: number
  /** What makes the texts, when they are not to be canaries. */
  Texts?: new (chance: Chance) => Canaries
}

/** An empty scene. */
export function createScene({ now, secrets, seed, Texts = Canaries }: Given): Scene {
  const chance = new Chance(seed)
  const canaries = new Texts(chance)
  const history = new History()
  const daysAgo = (days: number) =>
    `${new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10)}T${now.toISOString().slice(11)}`
  return {
    chance,
    secrets,
    canaries,
    history,
    rows: new Rows(),
    candidates: new Map(),
    openings: new Map(),
    today: now.toISOString().slice(0, 10),
    daysAgo,
    told: (subject, ...steps) => history.record(subject, steps),
    map: {
      organisations: [],
      accounts: [],
      people: [],
      offers: [],
      matches: [],
      shares: [],
      interests: [],
      saved: [],
      searches: [],
      notTold: [],
      viewers: ['adviser', 'broker', 'champion'],
      pledges: [],
      rounds: [],
      ruleSets: [],
      checks: [],
      asks: [],
      mentors: [],
      mentorRequests: [],
      suggestions: [],
      invitations: [],
      canaries: canaries.list,
    },
  }
}

/** Whatever has a key, by its key. */
export function byKey<Item extends { key: string }>(items: readonly Item[], key: string): Item {
  const item = items.find((one) => one.key === key)
  if (!item) throw new Error(`There is no ${key} in this scene`)
  return item
}
