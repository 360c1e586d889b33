import { addDays } from '../../../src/domain/dates'
import type { OrganisationId, ShareId } from '../../../src/domain/ids'
import type { MatchState } from '../../../src/domain/match'
import type { Step } from './history'
import type { DemoMatch } from './matches'
import { CONVERSATIONS, SHARE_WORDS } from './words'
import type { World } from './world'

const SHARE_DAYS = 60
const PLACEMENT_SHARE_DAYS = 26 * 7 + 14

/** States in which the champion may know the person. */
const SHARED: readonly MatchState[] = ['introduced', 'interview', 'offered', 'started']

/** What a shown person shares and writes; the others' is drawn. */
export type ShareText = { words: string; conversation: readonly string[] }

/** The consent behind an introduction. Once it has ended, what was shared is gone. */
export function addShare(world: World, match: DemoMatch, text?: ShareText): void {
  const { chance, rows, history, calendar } = world
  const { person, offer, life, state } = match
  const accepted = life.steps.find(({ action }) => action === 'match.introduce')
  if (!accepted) return
  const id = chance.id() as ShareId
  const isLive = SHARED.includes(state)
  const endedAt = isLive ? null : (life.steps.at(-1)?.at ?? calendar.now)
  const given: Step = { at: accepted.at, by: match.answeredBy, action: 'share.give', to: 'live' }
  const ended: Step[] = endedAt
    ? [{ at: endedAt, by: 'system', action: 'share.end', from: 'live', to: 'ended' }]
    : []
  const own = match.answeredBy === person.account?.id
  const startsFrom = life.startedOn
    ? addDays(life.startedOn, PLACEMENT_SHARE_DAYS)
    : addDays(accepted.at.slice(0, 10), SHARE_DAYS)
  rows.add('share', {
    id,
    reference: chance.id(),
    match_id: match.id,
    care_leaver_id: person.id,
    receiver_id: offer.owner.id,
    organisation_id: offer.organisationId as OrganisationId,
    purpose: 'introduction',
    name_used: isLive ? person.name.first : '',
    pronouns: isLive ? person.pronouns : '',
    words: isLive ? (text?.words ?? chance.pick(SHARE_WORDS)) : '',
    words_hash: chance.id() + chance.id(),
    supports: JSON.stringify(isLive ? (person.profile.support?.supports ?? []) : []),
    given_by: match.answeredBy,
    their_words: own ? '' : 'Said yes on the phone and heard what would be shared.',
    started_at: accepted.at,
    ends_on: startsFrom,
    ended_at: endedAt,
    version: history.record(`share:${id}`, [given, ...ended]),
  })
  if (isLive) addConversation(world, match, { shareId: id, from: accepted.at, turns: text?.conversation })
}

type Talk = { shareId: ShareId; from: string; turns: readonly string[] | undefined }

/** The poster writes first; whoever has no account of their own does not write back. */
function addConversation(world: World, { person, offer }: DemoMatch, { shareId, from, turns }: Talk): void {
  const { chance, calendar, rows } = world
  const lines = turns ?? (chance.happens(0.55) ? chance.pick(CONVERSATIONS) : [])
  const days = lines
    .map((_, index) => addDays(from.slice(0, 10), 1 + Math.floor(index * 0.7)))
    .filter((day) => day < calendar.today)
  const moments = days.map((day) => calendar.momentOn(day)).sort()
  for (const [index, at] of moments.entries()) {
    const isPoster = index % 2 === 0
    const sender = isPoster ? offer.owner.id : person.account?.id
    if (!sender || (!isPoster && !person.account?.activeSince)) return
    rows.add('message', {
      id: chance.id(),
      share_id: shareId,
      sender_id: sender,
      body: lines[index] ?? '',
      sent_at: at,
    })
  }
}
