import { type Account, byKey, type Offer, type Person } from '../../db/seed/canary/scene'
import type { Actor, Known } from './actors'
import type { Filling, Thing } from './things'

/**
 * What exists for whom: the scopes of `security.md` 2.2, one line a route, beside the permission table, which says what
 * a role may do at all. What does not exist for somebody is a 404 to them, like what does not exist.
 */
type Scope = (asked: { account: Account | null; map: Known; things: Filling['things'] }) => boolean | Standing

const everybodys: Scope = () => true

// The relations.

const personOf = (map: Known, account: Account | null): Person | undefined =>
  map.people.find((person) => account !== null && person.account === account.key)

const offerOf = (map: Known, thing: Thing | undefined): Offer => byKey(map.offers, thing?.key ?? '')
const personIn = (map: Known, thing: Thing | undefined): Person => byKey(map.people, thing?.key ?? '')

/** What looks to this account as if it were not there. */
const isHidden = (map: Known, account: Account | null, personKey: string) =>
  byKey(map.people, personKey).blocked.includes(account?.key ?? '')

const isOwnMatch: Scope = ({ account, map, things }) =>
  byKey(map.matches, things[':id']?.key ?? '').person === personOf(map, account)?.key

const isOwnInterest: Scope = ({ account, map, things }) =>
  byKey(map.interests, things[':id']?.key ?? '').person === personOf(map, account)?.key

const isOwnSearch: Scope = ({ account, map, things }) =>
  byKey(map.searches, things[':id']?.key ?? '').person === personOf(map, account)?.key

const isOfOwnOrganisation: Scope = ({ account, map, things }) => {
  const thing = things[':id'] as Thing
  const lists: Partial<Record<string, readonly { key: string; organisation: string }[]>> = {
    pledge: map.pledges,
    ask: map.asks,
  }
  const list = lists[thing.kind] ?? map.offers
  return byKey(list, thing.key).organisation === account?.organisation
}

/** Published, or was; and public, or for eyes that may see more. */
const isReadable: Scope = ({ account, map, things }) => {
  const offer = offerOf(map, things[':id'])
  const seesAll = account !== null && account.role !== 'champion' && account.role !== 'partner'
  return (
    ['published', 'closed', 'expired'].includes(offer.state) &&
    (offer.visibility === 'public' || seesAll || offer.organisation === account?.organisation)
  )
}

/** Live, for anybody. That the reader could see more makes no difference to what goes out. */
const isOut: Scope = ({ map, things }) => {
  const offer = offerOf(map, things[':id'])
  return offer.state === 'published' && offer.visibility === 'public'
}

/** What has closed has no day to come. */
const isReadableAndLive: Scope = (asked) =>
  Boolean(isReadable(asked)) && offerOf(asked.map, asked.things[':id']).state === 'published'

/** A paused offer is still there for whoever saved it, asked about it or was put to it. */
const isPausedForMe = ({ account, map, things }: Parameters<Scope>[0]): boolean => {
  const [offer, person] = [offerOf(map, things[':id']), personOf(map, account)]
  return (
    offer.state === 'paused' &&
    [...map.matches, ...map.interests, ...map.saved].some(
      (one) => one.offer === offer.key && one.person === person?.key,
    )
  )
}

/** A live consent that names this very account, and whose person does not have them on their list. */
const isSharedWithMe: Scope = ({ account, map, things }) => {
  const share = byKey(map.shares, things[':reference']?.key ?? '')
  return share.isLive && share.receiver === account?.key && !isHidden(map, account, share.person)
}

/** An assigned adviser sees even what their own name would hide. */
const isOnCaseload: Scope = ({ account, map, things }) =>
  personIn(map, things[':id']).adviser === account?.key

const isMatchOnCaseload: Scope = (asked) =>
  isOnCaseload(asked) &&
  byKey(asked.map.matches, asked.things[':match']?.key ?? '').person === asked.things[':id']?.key

const onListOnCaseload: Scope = (asked) => {
  if (!isOnCaseload(asked)) return false
  const { id: entry } = asked.things[':entry'] as Thing
  const list = asked.map.notTold.filter(({ person }) => person === asked.things[':id']?.key)
  return list.some(({ id }) => id === entry) ? 'there' : 'silent'
}

const checkIn = (map: Known, thing: Thing | undefined) => byKey(map.checks, thing?.key ?? '')

/** Asked of them about themselves. */
const isAskedOfMe: Scope = ({ account, map, things }) => {
  const { person, turn } = checkIn(map, things[':check'])
  return turn === 'young-person' && person === personOf(map, account)?.key
}

const isAskedOfAdviser: Scope = (asked) => {
  const { person, turn } = checkIn(asked.map, asked.things[':check'])
  return isOnCaseload(asked) && turn === 'adviser' && person === asked.things[':id']?.key
}

/** About this person and this offer. */
const isAskedOfPair: Scope = ({ map, things }) => {
  const { person, offer } = checkIn(map, things[':check'])
  return person === things[':person']?.key && offer === things[':id']?.key
}

const isPersonThere =
  (name: string): Scope =>
  ({ account, map, things }) =>
    !isHidden(map, account, things[name]?.key ?? '')

const isMatchThere: Scope = ({ account, map, things }) =>
  !isHidden(map, account, byKey(map.matches, things[':id']?.key ?? '').person)

const isInterestThere: Scope = ({ account, map, things }) =>
  !isHidden(map, account, byKey(map.interests, things[':id']?.key ?? '').person)

/** An outcome is asked for where somebody has started. */
const hasStarted: Scope = (asked) =>
  isMatchThere(asked) &&
  ['started', 'completed'].includes(byKey(asked.map.matches, asked.things[':id']?.key ?? '').state)

const isSuggestionThere: Scope = ({ account, map, things }) =>
  !isHidden(map, account, byKey(map.suggestions, things[':id']?.key ?? '').person)

/** Whoever has no place in the round, or is in one without a rule, has nothing to be decided. */
const hasPlace: Scope = ({ things }) => things[':id']?.key === 'round' && things[':number']?.key !== '2'

const isLive = (map: Known, matchKey: string) =>
  map.shares.some((share) => share.match === matchKey && share.isLive)

/** Offers that wait for the team: sent for the first time, or again. */
const AWAITING = ['submitted', 'edit-submitted']
const WITHOUT_CONTENT = ['draft', 'submitted', 'changes-requested', 'withdrawn']

const wasPublished: Scope = ({ map, things }) => !WITHOUT_CONTENT.includes(offerOf(map, things[':id']).state)

const hasHistory: Scope = (asked) => {
  if (asked.things[':noun']?.key === 'match') return isMatchThere(asked)
  if (asked.things[':noun']?.key === 'no-match') return isPersonThere(':id')(asked)
  if (asked.things[':noun']?.key === 'round-suggestion') return isSuggestionThere(asked)
  return asked.things[':noun']?.key === 'interest' ? isInterestThere(asked) : !isDraft(asked)
}

/** Nobody reads a draft that was never sent but its own organisation. */
const isDraft: Scope = ({ map, things }) =>
  things[':id']?.kind === 'offer' && offerOf(map, things[':id']).state === 'draft'

/** The first pattern that fits decides. `silent` writes answer as if they had worked, and change nothing. */
const SCOPES: readonly (readonly [pattern: RegExp, scope: Scope, otherwise?: 'silent'])[] = [
  [/^\S+ [^:]*$/, everybodys],
  [/^GET \/(join|updates-off)\/:token$/, everybodys, 'silent'],
  [
    /^\S+ \/account\/sessions\/:id\/end$/,
    ({ account, things }) => things[':id']?.key === account?.key,
    'silent',
  ],
  [/^GET \/opportunities\/:id$/, (asked) => Boolean(isReadable(asked)) || isPausedForMe(asked)],
  [/^GET \/opportunities\/:id\/calendar\.ics$/, isReadableAndLive],
  [/^GET \/api\/oruk\/services\/:id$/, isOut],
  [/^GET \/api\/oruk\/tax/, everybodys],
  [
    /^POST \/my\/saved\/:id\/remove$/,
    ({ account, map, things }) =>
      map.saved.some(
        (saved) => saved.offer === things[':id']?.key && saved.person === personOf(map, account)?.key,
      ),
    'silent',
  ],
  [/^POST \/my\/(saved|interests)\/:id$/, isReadable],
  [/^POST \/my\/requests\/:id\/withdraw$/, isOwnInterest],
  [/^POST \/my\/searches\/:id\/(alerts|remove)$/, isOwnSearch],
  [
    /^POST \/my\/private\/:id\/remove$/,
    ({ account, map, things }) =>
      map.notTold.some(
        ({ id, person }) => id === things[':id']?.id && person === personOf(map, account)?.key,
      ),
    'silent',
  ],
  [/^\S+ \/my\/answers\/:question$/, everybodys],
  [/^\S+ \/my\/checks\/:check$/, isAskedOfMe],
  [
    /^\S+ \/my\/offers\/:id\/messages$/,
    (asked) => isOwnMatch(asked) && isLive(asked.map, asked.things[':id']?.key ?? ''),
  ],
  [/^\S+ \/my\/offers\/:id/, isOwnMatch],
  [/^\S+ \/champion\/(pledges|opportunities|asks)\/:id/, isOfOwnOrganisation],
  [/^\S+ \/champion\/introductions\/:reference/, isSharedWithMe],
  [/^\S+ \/adviser\/people\/:id\/offers\/:match$/, isMatchOnCaseload],
  // Taking off what is not on the list is no fault; what is on another's list stays there.
  [/^POST \/adviser\/people\/:id\/private\/:entry\/remove$/, onListOnCaseload],
  [/^\S+ \/adviser\/people\/:id\/checks\/:check$/, isAskedOfAdviser],
  [/^\S+ \/adviser\/people\/:id/, isOnCaseload],
  [
    /^\S+ \/team\/opportunities\/:id\/people\/:person\/checks\/:check$/,
    (asked) => isPersonThere(':person')(asked) && isAskedOfPair(asked),
  ],
  [
    /^\S+ \/team\/opportunities\/:id\/people\/:person/,
    (asked) => wasPublished(asked) && isPersonThere(':person')(asked),
  ],
  [
    /^GET \/team\/opportunities\/:id\/shortlist$/,
    ({ map, things }) => offerOf(map, things[':id']).state === 'published',
  ],
  [/^GET \/team\/opportunities\/:id\/review$/, ({ things }) => AWAITING.includes(things[':id']?.key ?? '')],
  // A draft has no page of the team's; that there is one is nothing they may not know.
  [/^POST \/team\/opportunities\/:id\/(publish|request-changes|stop|lift)$/, everybodys],
  [/^\S+ \/team\/opportunities\/:id/, (asked) => !isDraft(asked)],
  [/^GET \/team\/people\/:id$/, isPersonThere(':id')],
  [/^\S+ \/team\/unmatched\/:id$/, isPersonThere(':id')],
  [/^\S+ \/team\/interests\/:id/, isInterestThere],
  [/^POST \/team\/matches\/:id\/outcomes\/:week$/, hasStarted],
  [/^\S+ \/team\/matches\/:id/, isMatchThere],
  [/^\S+ \/team\/pledges\/:id/, everybodys],
  [/^\S+ \/team\/asks\/:id/, everybodys],
  [/^\S+ \/team\/rounds\/:id\/people\/:number\/(accept|drop|swap)$/, hasPlace],
  [/^\S+ \/team\/rounds\/:id/, everybodys],
  [/^\S+ \/team\/rules\/:id\/(rule\/:rule|weights)$/, ({ things }) => things[':id']?.key === 'draft'],
  [/^\S+ \/team\/rules\/:id/, everybodys],
  [/^GET \/team\/history\/:noun\/:id$/, hasHistory],
  [
    /^GET \/mentoring\/mentors\/:id\/renewal$/,
    ({ things }) => ['approved', 'with-somebody', 'paused'].includes(things[':id']?.key ?? ''),
  ],
  [/^\S+ \/mentoring\/mentors\/:id/, everybodys],
  [
    /^\S+ \/mentoring\/requests\/:id/,
    ({ account, map, things }) =>
      !isHidden(map, account, byKey(map.mentorRequests, things[':id']?.key ?? '').person),
  ],
  [/^\S+ \/manage\/organisations\/:id$/, everybodys],
  // A young person's account is their adviser's business.
  [
    /^\S+ \/manage\/accounts\/:id/,
    ({ map, things }) => byKey(map.accounts, things[':id']?.key ?? '').role !== 'care-leaver',
  ],
  [/^POST \/manage\/invitations\/:id\/revoke$/, everybodys],
]

/** How a request that the permission table lets through stands to what it names. */
export type Standing = 'there' | 'not-there' | 'silent'

/** @throws when no line of the table is about the route */
export function standingOf(
  route: { method: string; path: string },
  actor: Pick<Actor, 'account' | 'role'>,
  { things }: Filling,
  map: Known,
): Standing {
  const line = SCOPES.find(([pattern]) => pattern.test(`${route.method} ${route.path}`))
  if (!line) throw new Error(`The scopes say nothing of ${route.method} ${route.path}`)
  const [, scope, otherwise = 'not-there'] = line
  const account = actor.role === 'visitor' ? null : actor.account
  const { ':entry': _entry, ...named } = things
  const isStrange = Object.values(named).some(
    ({ kind, key }) => kind === 'nobody' || key === 'nothing-like-it',
  )
  const isNoId = Object.values(things).some(({ key }) => key === 'what is no id')
  if (isStrange || isNoId) return isNoId ? 'not-there' : otherwise
  const answer = scope({ account, map, things })
  return typeof answer === 'string' ? answer : answer ? 'there' : otherwise
}
