import type { Canary } from '../../db/seed/canary/canaries'
import { type Account, byKey } from '../../db/seed/canary/scene'
import type { Known } from './actors'

/** Who may see it: the table of `security.md` 2.2 to 2.4, one line a column, in the relations below. */
type Seer = (seen: { account: Account | null; canary: Canary; map: Known }) => boolean

// The relations to whom it is about.

const anybody: Seer = () => true

const self: Seer = ({ account, canary, map }) =>
  account !== null && byKey(map.people, canary.of).account === account.key

const adviser: Seer = ({ account, canary, map }) =>
  account !== null && byKey(map.people, canary.of).adviser === account.key

/** The 18+ team, but for those the person does not want told. */
const team: Seer = ({ account, canary, map }) =>
  isTeam(account) && !byKey(map.people, canary.of).blocked.includes(account?.key ?? '')

/** Whom a live consent names, of that consent and nothing else. */
const receiver: Seer = ({ account, canary, map }) =>
  map.shares.some(
    (share) =>
      share.isLive &&
      share.receiver === account?.key &&
      !byKey(map.people, share.person).blocked.includes(account.key) &&
      (canary.id === share.id || canary.id === byKey(map.matches, share.match).id),
  )

// The relations to what an organisation offers.

const isTeam = (account: Account | null) => account?.role === 'broker' || account?.role === 'manager'

const anyTeam: Seer = ({ account }) => isTeam(account)

const ownOrganisation: Seer = ({ account, canary, map }) => {
  const owner = [...map.offers, ...map.pledges, ...map.asks].find(({ key }) => key === canary.of)
  return account?.organisation != null && owner?.organisation === account.organisation
}

const readers: Seer = ({ account, canary, map }) => {
  const { state, visibility } = byKey(map.offers, canary.of)
  if (!['published', 'closed', 'expired'].includes(state)) return false
  return visibility === 'public' || ['care-leaver', 'adviser', 'coordinator'].includes(account?.role ?? '')
}

/** Whoever was put to an offer, or asked about it, may read what it was; so may their adviser. */
const concerned: Seer = ({ account, canary, map }) =>
  [...map.matches, ...map.interests, ...map.saved].some(({ person: key, offer }) => {
    const person = byKey(map.people, key)
    return offer === canary.of && account !== null && [person.account, person.adviser].includes(account.key)
  })

// The relations to an account.

const oneself: Seer = ({ account, canary }) => account?.key === canary.of

const isStaff = (account: Account | null) => isTeam(account) || account?.role === 'adviser'

/** Staff know each other and whoever posts; nobody here reads a young person's account but themselves. */
const staff: Seer = ({ account, canary, map }) =>
  isStaff(account) && byKey(map.accounts, canary.of).role !== 'care-leaver'

/** Whoever posts knows their colleagues, and the brokers they deal with. */
const posters: Seer = ({ account, canary, map }) => {
  const named = byKey(map.accounts, canary.of)
  const isPoster = account?.role === 'champion' || account?.role === 'partner'
  return isPoster && (named.role === 'broker' || named.organisation === account?.organisation)
}

/** A young person is told by name who has looked, who decides and with whom they share. */
const young: Seer = ({ account, canary, map }) => {
  const person = map.people.find((one) => account !== null && one.account === account.key)
  if (!person) return false
  const receivers = map.shares.filter((share) => share.person === person.key).map(({ receiver: key }) => key)
  return [...map.viewers, person.adviser, ...receivers].includes(canary.of)
}

/** Whoever is on a person's list was put there by name or address: the list shows what was typed. */
const lists: Seer = ({ account, canary, map }) =>
  map.people.some(
    (person) =>
      account !== null &&
      [person.account, person.adviser].includes(account.key) &&
      person.blocked.includes(canary.of),
  )

const manager: Seer = ({ account, canary, map }) =>
  account?.role === 'manager' && byKey(map.accounts, canary.of).role !== 'care-leaver'

/** An adviser needs the address to which their person's invitation goes. */
const advisersOwn: Seer = ({ account, canary, map }) =>
  map.people.some((person) => person.account === canary.of && person.adviser === account?.key)

/** The Social Connections team knows who asked for somebody, but for those the person does not want told. */
const askedOf: Seer = ({ account, canary, map }) =>
  account?.role === 'coordinator' &&
  map.mentorRequests.some(({ person }) => person === canary.of) &&
  !byKey(map.people, canary.of).blocked.includes(account.key)

/** The one on offer is read by whom they are offered to, and the one who was picked by whom they are with. */
const OFFERED_TO: Readonly<Record<string, string>> = { approved: 'first', 'with-somebody': 'other' }

const offered: Seer = ({ account, canary, map }) => {
  const person = OFFERED_TO[canary.of]
  return person !== undefined && account !== null && byKey(map.people, person).account === account.key
}

/** The records of mentors, and who checked what. */
const coordinators: Seer = ({ account }) => account?.role === 'coordinator'

const checkers: Seer = ({ account, canary, map }) =>
  account?.role === 'coordinator' && byKey(map.accounts, canary.of).role === 'coordinator'

const SEERS: Readonly<Record<string, readonly Seer[]>> = {
  'organisation.name': [anybody],

  'account.name': [oneself, staff, posters, young, lists, checkers],
  'account.email': [oneself, manager, advisersOwn, lists],

  'care_leaver.id': [self, adviser, team],
  'care_leaver.account_id': [self],
  'care_leaver.case_reference': [self, adviser],
  'care_leaver.preferred_name': [self, adviser, team, askedOf],
  'care_leaver.pronouns': [self, adviser],
  'care_leaver.date_of_birth': [self, adviser],
  'care_leaver.category_since': [self, adviser],
  'profile_answer.answer': [self, adviser],
  'profile_answer.their_words': [self, adviser],
  'eligibility_fact.sealed': [self, adviser],
  'not_told.sealed_words': [self, adviser],

  'saved_search.query': [self],
  'recent_search.query': [self],

  'interest.id': [self, adviser, team],
  'interest.words': [self, adviser, team],
  'interest.answer_words': [self, adviser, team],
  'match.id': [self, adviser, team],
  'match.reason': [self, adviser, team],
  'match.words_to_person': [self, adviser, team],
  'match.decline_words': [self, adviser, team],
  'match.started_on': [self, adviser, team, receiver],
  'match.ended_on': [self, adviser, team],
  'outcome_check.words': [self, adviser, team],
  'audit_words.words': [team],

  'check_task.words': [self, team],
  'no_match.words': [self, team],
  'champion_ask.words': [ownOrganisation, anyTeam],
  'champion_ask.cannot_words': [anyTeam],

  'round.rule_reason': [anyTeam],
  'rule_set.reason': [anyTeam],
  'mentor.first_name': [coordinators, offered],
  'mentor.family_name': [coordinators],
  'mentor.about': [coordinators, offered],
  'mentor_choice.reason': [self],
  'mentor_step.words': [coordinators],

  'share.id': [],
  'share.reference': [receiver],
  'share.name_used': [self, adviser, team, receiver],
  'share.pronouns': [self, adviser, team, receiver],
  'share.words': [self, adviser, team, receiver],
  'share.their_words': [self, adviser],
  'message.body': [self, receiver],

  'opportunity.content': [readers, ownOrganisation, anyTeam, concerned],
  'opportunity.stopped_because': [ownOrganisation, anyTeam],
  'opportunity_revision.content': [ownOrganisation, anyTeam],
  'opportunity_revision.review_words': [ownOrganisation, anyTeam],
  'pledge.what': [ownOrganisation, anyTeam],
  'pledge.state_reason': [ownOrganisation, anyTeam],
}

/** @throws when no line of the table is about the column */
export function maySee(account: Account | null, canary: Canary, map: Known): boolean {
  const seers = SEERS[canary.column]
  if (!seers) throw new Error(`Nothing says who may see ${canary.column}`)
  return seers.some((seer) => seer({ account, canary, map }))
}
