import { listEndedHolds } from '../../db/queries/matches'
import { listChecksFallingDue } from '../../db/queries/outcome-checks'
import { listEndedShares } from '../../db/queries/shares'
import { listClosingSoon, listPastClosing } from '../../db/queries/opportunities'
import { listDueAlerts } from '../../db/queries/saved-searches'
import { type Finding, lookThroughSearch } from '../commands/care-leavers/look-through-search'
import { addDays, dayOf } from '../domain/dates'
import type { UnfoundWords } from '../search/unfound-words'
import type { CommandContext } from '../commands/command-context'
import {
  becomeDue,
  endShare,
  expireOpportunity,
  forgetOld,
  remindOfClosing,
} from '../commands/scheduled-changes'
import { endHold } from '../commands/matches/end-match'
import { recordUnfoundWords } from '../commands/search/unfound-words'
import { sealAudit } from '../commands/seal-audit'

/** Days before closing at which a champion is reminded. */
const REMIND_DAYS = 5

/** Searches looked through in one go; the rest follows a minute later. */
const SEARCHES_MAX = 50

/** Where the driver is synchronous, fifty searches in one breath would let every page wait for seconds. */
const letPagesThrough = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

/**
 * All that changes by time alone, from this closed list: holds end, offers expire, shares end, checks fall due,
 * champions are reminded, saved searches are looked through, words that found nothing are written down, old rows are
 * forgotten, the audit is sealed. Never a decision about a person. Each is safe to run twice and from two processes:
 * the version of each row decides, or for a saved search the day.
 * @returns how many things changed
 */
export async function runDue(
  ctx: CommandContext,
  finding: Finding & { unfoundWords: UnfoundWords },
): Promise<number> {
  const today = dayOf(ctx.now())
  const outcomes: unknown[] = []
  for (const match of await listEndedHolds(ctx.db, today)) outcomes.push(await endHold(ctx, match))
  for (const offer of await listPastClosing(ctx.db, today)) outcomes.push(await expireOpportunity(ctx, offer))
  for (const share of await listEndedShares(ctx.db, today)) outcomes.push(await endShare(ctx, share))
  for (const check of await listChecksFallingDue(ctx.db, today)) outcomes.push(await becomeDue(ctx, check))
  for (const offer of await listClosingSoon(ctx.db, today, REMIND_DAYS))
    outcomes.push(await remindOfClosing(ctx, offer))
  const due = await listDueAlerts(ctx.db, { today, weekAgo: addDays(today, -7), limit: SEARCHES_MAX })
  for (const saved of due) {
    outcomes.push(await lookThroughSearch(ctx, finding, saved))
    await letPagesThrough()
  }
  await recordUnfoundWords(ctx, finding.unfoundWords.take())
  await forgetOld(ctx)
  await sealAudit(ctx)
  return outcomes.filter((outcome) => outcome === 'committed').length
}
