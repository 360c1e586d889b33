import type { Context } from 'hono'
import type { CandidatePerson } from '../../../../db/queries/candidates'
import { listLookedAt } from '../../../../db/queries/no-match'
import type { QueueItem } from '../../../../db/queries/queue'
import { type Day, dayOf } from '../../../domain/dates'
import type { AccountId } from '../../../domain/ids'
import type { HomeDistrict } from '../../../domain/taxonomy'
import type { AppEnv } from '../../../http/app-env'
import type { Unmatched } from '../../../matching/coverage/unmatched'
import { compareText, compareWaiting } from '../../../matching/turn'
import { unmatchedFigures, unmatchedIn } from './kept-figures'

/** Somebody whom nothing fits; with the day to look again when somebody looked and found nothing. */
export type WaitingUnmatched = Unmatched<CandidatePerson> & { lookAgainOn: Day | null }

/**
 * Everybody whom nothing fits, the longest wait first. Where that is too much to look at in one go, those of the district,
 * if one is asked for.
 */
export async function listUnmatched(
  c: Context<AppEnv>,
  { district, ...options }: { agedMs?: number; viewerId?: AccountId; district?: HomeDistrict | '' } = {},
): Promise<WaitingUnmatched[] | 'too-big'> {
  const { db, now } = c.var.deps
  const [all, lookedAt] = await Promise.all([unmatchedFigures(c, options), listLookedAt(db, dayOf(now()))])
  const unmatched = all === 'too-big' && district ? await unmatchedIn(c, district) : all
  if (unmatched === 'too-big') return unmatched
  return unmatched
    .map((one) => ({ ...one, lookAgainOn: lookedAt.get(one.person.id) ?? null }))
    .sort(
      (one, other) =>
        compareWaiting(one.person.waitingSince, other.person.waitingSince) ||
        compareText(one.person.id, other.person.id),
    )
}

/** The list itself is always of now; a count in the queue need not make everybody who opens it wait. */
const COUNT_AGE_MS = 60_000

/** The one line that stands for them in the queue of whoever looks, or of `viewerId`, while there is anybody to look at. */
export async function unmatchedInQueue(c: Context<AppEnv>, viewerId?: AccountId): Promise<QueueItem[]> {
  const all = await listUnmatched(c, { agedMs: COUNT_AGE_MS, ...(viewerId ? { viewerId } : {}) })
  if (all === 'too-big') return []
  const toLookAt = all.filter(({ lookAgainOn }) => lookAgainOn === null)
  const [longest] = toLookAt
  if (!longest?.person.waitingSince) return []
  return [
    {
      kind: 'unmatched',
      id: '',
      what: toLookAt.length === 1 ? '1 person to look at' : `${toLookAt.length} people to look at`,
      about: '18+ team',
      turn: '18+ team',
      since: longest.person.waitingSince,
      dueOn: null,
    },
  ]
}
