import type { Database } from '../db/database'
import type { SessionService } from './auth/session'
import type { Cohort } from './cohort/cohort'
import type { Config } from './config'
import type { Instant } from './domain/dates'
import type { Secrets } from './domain/secrets'
import type { Log } from './log'
import type { SentMail } from './notify/notifier'
import type { KeptOffers } from './search/kept-offers'
import type { Search } from './search/search'
import type { UnfoundWords } from './search/unfound-words'
import type { Assets } from '../views/layout/frame'

/** What only a demonstration has: reading the mail that was sent, and not waiting for the drain. */
export type DemoTools = { sentMail: SentMail; drain: () => Promise<unknown> }

/** How search is: what is behind, and by how much. The embedded engine never is. */
export type SearchHealth =
  | { engine: 'fts5'; isWell: true }
  | {
      engine: 'meilisearch'
      isWell: boolean
      /** Left alone for a while after faults; the embedded engine stands in. */
      isResting: boolean
      /** Offers that the index has not been told of. */
      waiting: number
      /** Offers that were given up on. */
      dead: number
      /** Why the index could not be told, one word; empty when it could. */
      fault: string
      levelAt: Instant | null
      reconciledAt: Instant | null
      /** How many offers differed when the two were last compared. */
      drift: number
    }

/** How rounds are worked out where the app runs. */
export type Rounds = {
  /** How many pairs of people and offers can be looked at in one go. */
  pairsMax: number
  /** Starts working out what was opened, soon after the answer has gone; never waits for it. */
  computeSoon: (context: { waitUntil(work: Promise<unknown>): void } | undefined) => void
}

/** All that the app may reach outside itself. */
export type Deps = {
  config: Config
  db: Database
  sessions: SessionService
  secrets: Secrets
  offers: KeptOffers
  cohort: Cohort
  search: Search
  searchHealth: () => Promise<SearchHealth>
  unfoundWords: UnfoundWords
  rounds: Rounds
  assets: Assets
  now: () => Date
  newId: () => string
  log: Log
  /** Starts the outbox's drain soon after the answer has gone; never waits for it. */
  drainSoon: (context: { waitUntil(work: Promise<unknown>): void } | undefined) => void
  /** Null in production, where there are no demo pages. */
  demo: DemoTools | null
  /** Whether the database can be read, for `/readyz`. */
  isReady: () => Promise<boolean>
}
