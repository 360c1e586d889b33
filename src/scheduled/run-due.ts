import { listLapsingAsks } from '../../db/queries/champion-asks'
import { listEndedChoices } from '../../db/queries/mentor-requests'
import { listLapsing } from '../../db/queries/mentors'
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
import { lapseAsk } from '../commands/asks/end-ask'
import { letChoiceGo } from '../commands/mentors/answer-choice'
import { lapseMentor } from '../commands/mentors/record-step'
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
 * All that changes by time alone, from this closed list: holds end, offers expire, shares end, checks fall due, mentors
 * whose check is no longer in date and asks of eight weeks lapse, champions are reminded, saved searches are looked through, words that found nothing are written down, old rows are
 * forgotten, the audit is sealed. Never a decision about a person. Each is safe to run twice and from two processes:
 * the version of each row decides, or for a saved search the day.
 * One that fails keeps none of the others from being done; what went wrong is thrown at the end.
 * @returns how many things changed
 * @throws AggregateError with everything that failed
 */
export async function runDue(
  ctx: CommandContext,
  finding: Finding & { unfoundWords: UnfoundWords },
): Promise<number> {
  const today = dayOf(ctx.now())
  const faults: unknown[] = []
  let changed = 0
  async function doEach<Item>(items: Promise<Item[]>, change: (item: Item) => Promise<unknown>) {
    for (const item of await attempt(items, []))
      if ((await attempt(change(item), 'fault')) === 'committed') changed += 1
  }
  const attempt = <Value>(work: Promise<Value>, instead: Value): Promise<Value> =>
    work.catch((fault: unknown) => {
      faults.push(fault)
      return instead
    })

  await doEach(listEndedHolds(ctx.db, today), (match) => endHold(ctx, match))
  await doEach(listPastClosing(ctx.db, today), (offer) => expireOpportunity(ctx, offer))
  await doEach(listEndedShares(ctx.db, today), (share) => endShare(ctx, share))
  await doEach(listChecksFallingDue(ctx.db, today), (check) => becomeDue(ctx, check))
  await doEach(listEndedChoices(ctx.db, today), (request) => letChoiceGo(ctx, request))
  await doEach(listLapsing(ctx.db, today), (mentor) => lapseMentor(ctx, mentor))
  await doEach(listLapsingAsks(ctx.db, today), (ask) => lapseAsk(ctx, ask))
  await doEach(listClosingSoon(ctx.db, today, REMIND_DAYS), (offer) => remindOfClosing(ctx, offer))
  const due = { today, weekAgo: addDays(today, -7), limit: SEARCHES_MAX }
  await doEach(listDueAlerts(ctx.db, due), async (saved) => {
    const outcome = await lookThroughSearch(ctx, finding, saved)
    await letPagesThrough()
    return outcome
  })
  await attempt<unknown>(recordUnfoundWords(ctx, finding.unfoundWords.take()), null)
  await attempt<unknown>(forgetOld(ctx), null)
  await attempt<unknown>(sealAudit(ctx), null)
  if (faults.length > 0) throw new AggregateError(faults, 'Something that was due could not be done')
  return changed
}
