import { addDays } from '../../../src/domain/dates'
import type { AccountId, InterestId, MatchId, ShareId, SavedSearchId } from '../../../src/domain/ids'
import {
  type InterestState,
  INTRODUCED_STATES,
  type MatchState,
  OUTCOME_WEEKS,
} from '../../../src/domain/match'
import type { Candidate, Opening } from '../../../src/matching/candidate'
import { assess } from '../../../src/matching/eligibility'
import { toEvidence } from '../../../src/matching/evidence'
import { scorePair } from '../../../src/matching/score'
import { byKey, type Interest, type Match, type Offer, type Person, type Scene, type Share } from './scene'
import { FIRST_RULE_SET } from '../../../src/domain/rule-set/first-rule-set'

type Cast = readonly [person: string, offer: string, state: MatchState]

/** The first person has a match in every state that differs for somebody; the others what must not be mixed up. */
const MATCHES: readonly Cast[] = [
  ['first', 'published', 'proposed'],
  ['first', 'only', 'introduced'],
  ['first', 'partners', 'interview'],
  ['first', 'strangers', 'started'],
  ['first', 'closed', 'completed'],
  ['first', 'paused', 'declined-by-young-person'],
  ['first', 'expired', 'expired'],
  ['first', 'archived', 'withdrawn'],
  ['stranger', 'strangers-only', 'introduced'],
  ['stranger', 'published', 'introduced'],
  ['stranger', 'colleagues', 'offered'],
  ['stranger', 'strangers', 'proposed'],
  ['suspended', 'published', 'introduced'],
  ['other', 'other-partners', 'introduced'],
  ['not-considered', 'published', 'proposed'],
]

const INTERESTS: readonly (readonly [person: string, offer: string, state: InterestState])[] = [
  ['first', 'edited', 'open'],
  ['first', 'partners-only', 'kept'],
  ['first', 'paused', 'not-this-time'],
  ['first', 'closed', 'withdrawn'],
  ['stranger', 'edited', 'open'],
  ['other', 'published', 'open'],
  ['not-considered', 'edited', 'open'],
  // A proposal to somebody who did not agree to be suggested stands on their own interest.
  ['not-considered', 'published', 'proposed'],
]

const SAVED = [
  ['first', 'partners'],
  ['first', 'only'],
  ['stranger', 'published'],
] as const

/** "I'm interested", matches, what was shared in them and what was written. */
export function addMatches(scene: Scene): void {
  for (const cast of INTERESTS) addInterest(scene, cast)
  for (const cast of MATCHES) addMatch(scene, cast)
  for (const [person, offer] of SAVED) {
    scene.map.saved.push({ person, offer })
    scene.rows.add('saved_opportunity', {
      care_leaver_id: byKey(scene.map.people, person).id,
      opportunity_id: byKey(scene.map.offers, offer).id,
      saved_at: scene.daysAgo(20),
    })
  }
  for (const person of ['first', 'stranger']) {
    addSearch(scene, person)
    addRecentSearch(scene, person)
  }
}

/** What somebody keeps looking for is theirs alone. */
function addSearch({ canaries, chance, map, rows, daysAgo, today }: Scene, person: string): void {
  const id = chance.id() as SavedSearchId
  const word = canaries.word({ column: 'saved_search.query', of: person, id })
  map.searches.push({ key: `of ${person}`, id, person })
  rows.add('saved_search', {
    id,
    care_leaver_id: byKey(map.people, person).id,
    query: `words=${word}`,
    alerts: 'weekly',
    told_until: daysAgo(3),
    looked_on: today,
    off_hash: null,
    created_at: daysAgo(20),
  })
}

/** On a phone of their own, what somebody looked for last is theirs alone too. */
function addRecentSearch({ canaries, chance, map, rows, daysAgo }: Scene, person: string): void {
  const account = byKey(map.accounts, byKey(map.people, person).account ?? '')
  const sessionId = chance.id()
  const word = canaries.word({ column: 'recent_search.query', of: person, id: sessionId })
  rows.add('session', {
    id: sessionId,
    account_id: account.id,
    created_at: daysAgo(1),
    expires_at: daysAgo(-6),
    absolute_expires_at: daysAgo(-6),
    auth_epoch: 0,
    assurance: 1,
    assured_at: daysAgo(1),
    device: 'Phone',
    is_own_device: 1,
    last_seen_at: daysAgo(1),
  })
  rows.add('recent_search', { session_id: sessionId, query: `words=${word}`, searched_at: daysAgo(1) })
}

/** Who speaks for a person: they themselves, or their adviser. */
const voiceOf = ({ map }: Scene, { account, adviser }: Person): AccountId =>
  byKey(map.accounts, account ?? adviser ?? '').id

function addInterest(
  scene: Scene,
  [personKey, offerKey, state]: readonly [string, string, InterestState],
): void {
  const { chance, canaries, rows, map, daysAgo, told, today } = scene
  const id = chance.id() as InterestId
  const person = byKey(map.people, personKey)
  const interest: Interest = {
    key: `${personKey} about ${offerKey}`,
    id,
    person: personKey,
    offer: offerKey,
    state,
  }
  map.interests.push(interest)
  const spot = (column: string) => ({ column: `interest.${column}`, of: personKey, id })
  const isAnswered = state === 'kept' || state === 'not-this-time' || state === 'proposed'
  const broker = byKey(map.accounts, 'broker').id
  const by = voiceOf(scene, person)
  const recorded = { at: daysAgo(30), by, action: 'interest.record', to: 'open' }
  const answered = {
    at: daysAgo(28),
    by: isAnswered ? broker : by,
    action: isAnswered ? 'interest.answer' : 'interest.withdraw',
    from: 'open',
    to: state,
  }
  rows.add('interest', {
    id,
    care_leaver_id: person.id,
    opportunity_id: byKey(map.offers, offerKey).id,
    state,
    words: canaries.sentence(spot('words')),
    recorded_by: by,
    answer_due_on: addDays(today, 3),
    answer_code: state === 'not-this-time' ? 'full' : null,
    answer_words: isAnswered ? canaries.sentence(spot('answer_words')) : '',
    answered_by: isAnswered ? broker : null,
    answered_at: isAnswered ? daysAgo(28) : null,
    version: told(`interest:${id}`, recorded, ...(state === 'open' ? [] : [answered])),
    created_at: daysAgo(30),
  })
}

function addMatch(scene: Scene, [personKey, offerKey, state]: Cast): void {
  const { chance, canaries, rows, map, daysAgo, told, today } = scene
  const [person, offer] = [byKey(map.people, personKey), byKey(map.offers, offerKey)]
  const id = chance.id() as MatchId
  const key = `${personKey} and ${offerKey}`
  const match: Match = { key, id, person: personKey, offer: offerKey, broker: 'broker', state }
  map.matches.push(match)
  const spot = (column: string) => ({ column: `match.${column}`, of: personKey, id })
  const hasStarted = state === 'started' || state === 'completed'
  const reason = canaries.sentence({ ...spot('reason'), room: 1000 })
  const broker = byKey(map.accounts, 'broker').id
  const proposed = { at: daysAgo(25), by: broker, action: 'match.propose', to: 'proposed', words: reason }
  const moved = () => ({
    at: daysAgo(15),
    by: state === 'withdrawn' ? broker : voiceOf(scene, person),
    action: `match.${ACTION[state] ?? 'accept'}`,
    from: 'proposed',
    to: state,
    words: canaries.sentence({ ...spot('words'), column: 'audit_words.words' }),
  })
  rows.add('match', {
    id,
    opportunity_id: offer.id,
    care_leaver_id: person.id,
    interest_id: map.interests.find((one) => one.key === `${personKey} about ${offerKey}`)?.id ?? null,
    state,
    state_since: daysAgo(15),
    broker_id: broker,
    reason,
    words_to_person: canaries.sentence({ ...spot('words_to_person'), room: 1000 }),
    hold_until: addDays(today, 5),
    evidence: evidenceOf(scene, personKey, offerKey),
    decline_code: state === 'declined-by-young-person' ? 'too-far' : null,
    decline_words: state === 'declined-by-young-person' ? canaries.sentence(spot('decline_words')) : '',
    started_on: hasStarted ? canaries.day(spot('started_on'), 2020) : null,
    ended_on: state === 'completed' ? canaries.day(spot('ended_on'), 2020) : null,
    version: told(`match:${id}`, proposed, ...(state === 'proposed' ? [] : [moved()])),
    created_at: daysAgo(25),
  })
  if (hasStarted) addChecks(scene, match)
  if (isIntroduced(state) || state === 'completed') addShare(scene, { match, person, offer })
}

const ACTION: Partial<Record<MatchState, string>> = {
  'declined-by-young-person': 'decline',
  expired: 'expire',
  withdrawn: 'withdraw',
}

const isIntroduced = (state: MatchState) => (INTRODUCED_STATES as readonly MatchState[]).includes(state)

function evidenceOf({ candidates, openings, today }: Scene, person: string, offer: string): string {
  const [candidate, opening] = [candidates.get(person) as Candidate, openings.get(offer) as Opening]
  return toEvidence(
    assess(candidate, opening, { today, ruleSet: FIRST_RULE_SET }),
    scorePair(candidate, opening, { today, ruleSet: FIRST_RULE_SET }),
  )
}

function addChecks({ chance, canaries, rows, map, daysAgo, told, today }: Scene, match: Match): void {
  const broker = byKey(map.accounts, 'broker').id
  for (const week of OUTCOME_WEEKS) {
    const id = chance.id()
    const state = match.state === 'completed' || week === 1 ? 'recorded' : week === 4 ? 'due' : 'waiting'
    const isRecorded = state === 'recorded'
    rows.add('outcome_check', {
      id,
      match_id: match.id,
      week,
      due_on: addDays(today, week * 7 - 20),
      state,
      result: isRecorded ? 'going-well' : null,
      words: isRecorded
        ? canaries.sentence({ column: 'outcome_check.words', of: match.person, id: match.id })
        : '',
      recorded_by: isRecorded ? broker : null,
      recorded_at: isRecorded ? daysAgo(5) : null,
      version: told(`outcome-check:${id}`, {
        at: daysAgo(12),
        by: 'system',
        action: 'outcome.plan',
        to: 'waiting',
      }),
    })
  }
}

/** What the receiver may see while it lives; when it has ended the product keeps none of it. */
function addShare(
  scene: Scene,
  { match, person, offer }: { match: Match; person: Person; offer: Offer },
): void {
  const { chance, canaries, rows, map, daysAgo, told, today } = scene
  const id = chance.id() as ShareId
  const reference = chance.id()
  const isLive = match.state !== 'completed'
  const share: Share = {
    key: match.key,
    id,
    reference,
    match: match.key,
    person: person.key,
    receiver: offer.owner,
    organisation: offer.organisation,
    isLive,
  }
  map.shares.push(share)
  const spot = (column: string) => ({ column: `share.${column}`, of: person.key, id })
  const given = { at: daysAgo(15), by: voiceOf(scene, person), action: 'share.give', to: 'live' }
  const ended = { at: daysAgo(2), by: 'system', action: 'share.end', from: 'live', to: 'ended' }
  rows.add('share', {
    id,
    reference,
    match_id: match.id,
    care_leaver_id: person.id,
    receiver_id: byKey(map.accounts, offer.owner).id,
    organisation_id: byKey(map.organisations, offer.organisation).id,
    purpose: 'introduction',
    name_used: isLive ? canaries.name(spot('name_used')) : '',
    pronouns: isLive ? canaries.word(spot('pronouns')) : '',
    words: isLive ? canaries.sentence({ ...spot('words'), room: 600 }) : '',
    words_hash: chance.id() + chance.id(),
    supports: JSON.stringify(isLive ? ['named-person'] : []),
    given_by: voiceOf(scene, person),
    their_words: canaries.sentence(spot('their_words')),
    started_at: daysAgo(15),
    ends_on: addDays(today, 60),
    ended_at: isLive ? null : daysAgo(2),
    version: told(`share:${id}`, given, ...(isLive ? [] : [ended])),
  })
  if (isLive) addMessages(scene, share)
}

function addMessages({ chance, canaries, rows, map, daysAgo }: Scene, share: Share): void {
  const person = byKey(map.people, share.person)
  for (const [index, sender] of [share.receiver, person.account].entries()) {
    if (!sender) continue
    const id = chance.id()
    rows.add('message', {
      id,
      share_id: share.id,
      sender_id: byKey(map.accounts, sender).id,
      body: canaries.sentence({ column: 'message.body', of: share.person, id: share.id, room: 2000 }),
      sent_at: daysAgo(10 - index),
    })
  }
}
