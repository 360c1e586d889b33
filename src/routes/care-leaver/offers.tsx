import { type Context, Hono } from 'hono'
import { findOwnMatch, type MatchRecord } from '../../../db/queries/matches'
import { findLiveShare, listMessages } from '../../../db/queries/shares'
import { listHistory } from '../../../db/queries/audit'
import { MessagesPage } from '../../../views/care-leaver/messages-page'
import { OfferHistoryPage } from '../../../views/care-leaver/offer-history-page'
import { NoPage, OfferPage } from '../../../views/care-leaver/offer-page'
import { SharePage, SharePreviewPage } from '../../../views/care-leaver/share-pages'
import { acceptProposal, declineProposal, shareAgain } from '../../commands/matches/answer-proposal'
import { stopMatch } from '../../commands/matches/end-match'
import { sendMessageToChampion } from '../../commands/matches/report-progress'
import type { MatchId } from '../../domain/ids'
import { canShareAgain, type Sharing } from '../../domain/match'
import type { AppEnv } from '../../http/app-env'
import { commandContext } from '../../http/command-context'
import { readForm, readId } from '../../http/form'
import { guard } from '../../http/guard'
import type { Notice } from '../../http/notice'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { bestReasons } from '../../matching/explain'
import { fromEvidence } from '../../matching/evidence'
import { paths } from '../../paths'
import { DeclineForm, MessageForm, ShareForm } from './offer.form'
import { finish, refuse } from './finish'
import { ownRecord } from './own'

const REFUSED: Record<Sharing, string> = {
  live: 'not-possible-now',
  none: 'not-possible-now',
  'ran-out': 'not-possible-now',
  'new-champion': 'not-possible-now',
  'no-champion': 'nobody-to-tell',
  'not-told': 'blocked',
}

/** What was offered to me: yes, no, what is shared, messages, stop. */
export const offers = new Hono<AppEnv>()

async function ownMatch(c: Context<AppEnv>): Promise<MatchRecord> {
  const { id } = await ownRecord(c)
  const match = await findOwnMatch(c.var.deps.db, id, readId<MatchId>(c))
  if (!match) throw new Problem(404)
  return match
}

const contextFor = (c: Context<AppEnv>, match: MatchRecord, notice: Notice) =>
  commandContext(c, paths.my.offer(match.id), notice)

offers.get('/my/offers/:id', guard('match.read-own'), async (c) => {
  const match = await ownMatch(c)
  const evidence = fromEvidence(match.evidence)
  const reasons = evidence
    ? bestReasons(evidence.score, 'young-person', 3).map(({ sentence }) => sentence)
    : []
  const share = await findLiveShare(c.var.deps.db, match.id)
  return page(c, <OfferPage match={match} reasons={reasons} share={share ?? null} />)
})

offers.get('/my/offers/:id/no', guard('match.read-own'), async (c) => {
  const match = await ownMatch(c)
  // What is answered cannot be answered again: its own page says how it stands.
  if (match.state !== 'proposed') return c.redirect(paths.my.offer(match.id), 303)
  return page(c, <NoPage match={match} values={{}} errors={[]} />)
})

offers.post('/my/offers/:id/no', guard('match.answer-own'), async (c) => {
  const match = await ownMatch(c)
  const form = readForm(c, DeclineForm)
  if (!form.ok) return page(c, <NoPage match={match} values={form.values} errors={form.errors} />, 422)
  const ctx = contextFor(c, match, 'said-no')
  return finish(c, ctx, await declineProposal(ctx, await ownRecord(c), match.id, form.value))
})

offers.get('/my/offers/:id/yes', guard('match.answer-own', { isFresh: true }), async (c) => {
  const match = await ownMatch(c)
  if (match.state !== 'proposed' && !canShareAgain(match))
    return refuse(c, match.state === 'expired' ? 'hold-ended' : REFUSED[match.sharing])
  return page(
    c,
    <SharePage
      match={match}
      values={{ nameUsed: match.preferredName, pronouns: match.pronouns }}
      errors={[]}
    />,
  )
})

offers.post('/my/offers/:id/yes', guard('match.answer-own', { isFresh: true }), async (c) => {
  const match = await ownMatch(c)
  const form = readForm(c, ShareForm)
  if (!form.ok) return page(c, <SharePage match={match} values={form.values} errors={form.errors} />, 422)
  if (c.var.form.get('step') === 'change')
    return page(c, <SharePage match={match} values={form.value} errors={[]} />)
  // What was chosen for one is not previewed for another.
  if (form.value.receiver !== '' && form.value.receiver !== match.ownerId) return refuse(c, 'other-receiver')
  return page(c, <SharePreviewPage match={match} choice={form.value} />)
})

offers.post('/my/offers/:id/yes/send', guard('match.answer-own', { isFresh: true }), async (c) => {
  const match = await ownMatch(c)
  const form = readForm(c, ShareForm)
  if (!form.ok) return page(c, <SharePage match={match} values={form.values} errors={form.errors} />, 422)
  const ctx = contextFor(c, match, 'said-yes')
  const give = canShareAgain(match) ? shareAgain : acceptProposal
  return finish(c, ctx, await give(ctx, await ownRecord(c), match.id, { ...form.value, theirWords: '' }))
})

offers.post('/my/offers/:id/stop', guard('share.end-own'), async (c) => {
  const match = await ownMatch(c)
  const ctx = contextFor(c, match, 'share-ended')
  return finish(c, ctx, await stopMatch(ctx, await ownRecord(c), match.id))
})

offers.get('/my/offers/:id/messages', guard('message.send-own', { isFresh: true }), async (c) =>
  messages(c, await ownMatch(c)),
)

async function messages(c: Context<AppEnv>, match: MatchRecord, problem?: { body: string; message: string }) {
  const share = await findLiveShare(c.var.deps.db, match.id)
  if (!share) throw new Problem(404)
  const list = await listMessages(c.var.deps.db, match.id)
  const shown = (
    <MessagesPage
      match={match}
      receiver={share.receiverName}
      messages={list}
      {...(problem ? { problem } : {})}
    />
  )
  return page(c, shown, problem ? 422 : 200)
}

offers.post('/my/offers/:id/messages', guard('message.send-own', { isFresh: true }), async (c) => {
  const match = await ownMatch(c)
  const form = readForm(c, MessageForm)
  if (!form.ok)
    return messages(c, match, {
      body: String(form.values.body ?? ''),
      message: form.errors[0]?.message ?? '',
    })
  const ctx = commandContext(c, paths.my.message(match.id), 'message-sent')
  return finish(c, ctx, await sendMessageToChampion(ctx, await ownRecord(c), match.id, form.value.body))
})

offers.get('/my/offers/:id/history', guard('match.read-own'), async (c) => {
  const match = await ownMatch(c)
  const rows = await listHistory(c.var.deps.db, `match:${match.id}`)
  return page(c, <OfferHistoryPage match={match} rows={rows} actorId={c.var.actor.id} />)
})
