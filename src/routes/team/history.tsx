import { type Context, Hono } from 'hono'
import { listHistory, listSuggestionHistory } from '../../../db/queries/audit'
import { isHiddenFrom } from '../../../db/queries/blocked'
import { findAsk } from '../../../db/queries/champion-asks'
import { findCareLeaver } from '../../../db/queries/care-leavers'
import { findInterest } from '../../../db/queries/interests'
import { findMatch } from '../../../db/queries/matches'
import { findOpportunityWork } from '../../../db/queries/opportunities'
import { findPledge } from '../../../db/queries/pledges'
import { findRound, findSuggestionSubject } from '../../../db/queries/rounds'
import { findRuleSet } from '../../../db/queries/rule-sets'
import type { Reader } from '../../../db/database'
import { type HistoryLine, HistoryPage } from '../../../views/shared/history-page'
import { isolated } from '../../../views/words/names'
import { askedForText } from '../../../views/words/asks'
import { dayText } from '../../../views/words/times'
import type {
  CareLeaverId,
  ChampionAskId,
  InterestId,
  MatchId,
  OpportunityId,
  PledgeId,
  RoundId,
  RuleSetId,
  SuggestionId,
} from '../../domain/ids'
import type { AppEnv } from '../../http/app-env'
import { readId } from '../../http/form'
import { guard } from '../../http/guard'
import { noteView, type Viewed } from '../../http/note-view'
import { page } from '../../http/page'
import { Problem } from '../../http/problems'
import { compareText } from '../../matching/turn'
import { paths } from '../../paths'

/** Everything that happened to one thing, for the team. */
export const history = new Hono<AppEnv>()

type Titled = { title: string; back: string; careLeaverId?: CareLeaverId }

const NOUNS: Readonly<Record<string, (db: Reader, id: string) => Promise<Titled | false | undefined>>> = {
  async opportunity(db, id) {
    const work = await findOpportunityWork(db, id as OpportunityId)
    // What was never sent to the team is still its writer's own.
    if (work?.state === 'draft') return undefined
    return work && { title: work.title, back: paths.team.opportunity(id) }
  },
  async match(db, id) {
    const match = await findMatch(db, id as MatchId)
    return (
      match && {
        title: `${isolated(match.preferredName)}, ${match.title}`,
        back: paths.team.match(id),
        careLeaverId: match.careLeaverId,
      }
    )
  },
  async interest(db, id) {
    const interest = await findInterest(db, id as InterestId)
    return (
      interest && {
        title: `${isolated(interest.preferredName)}, ${interest.title}`,
        back: paths.team.interest(id),
        careLeaverId: interest.careLeaverId,
      }
    )
  },
  async round(db, id) {
    const round = await findRound(db, id as RoundId)
    return round && { title: `Round of ${dayText(round.day)}`, back: paths.team.round(id) }
  },
  async ask(db, id) {
    const ask = await findAsk(db, id as ChampionAskId)
    return (
      ask && {
        title: `${askedForText(ask)}, asked of ${isolated(ask.organisationName)}`,
        back: paths.team.ask(id),
      }
    )
  },
  async 'rule-set'(db, id) {
    const change = await findRuleSet(db, id as RuleSetId)
    return change && { title: 'Change of the rules', back: paths.team.ruleSet(id) }
  },
  async 'no-match'(db, id) {
    const person = await findCareLeaver(db, id as CareLeaverId)
    return (
      person?.state === 'active' && {
        title: `${isolated(person.preferredName)}: nothing fits`,
        back: paths.team.unmatchedPerson(id),
        careLeaverId: person.id,
      }
    )
  },
  async 'round-suggestion'(db, id) {
    const subject = await findSuggestionSubject(db, id as SuggestionId)
    return (
      subject && {
        title: `${isolated(subject.preferredName ?? 'Somebody who is no longer here')}, suggestion of a round`,
        back: paths.team.roundPerson(subject.roundId, subject.person),
        ...(subject.careLeaverId ? { careLeaverId: subject.careLeaverId } : {}),
      }
    )
  },
  async pledge(db, id) {
    const pledge = await findPledge(db, id as PledgeId)
    return pledge && { title: pledge.what, back: paths.team.pledge(id) }
  },
}

/** In whose words the person reads that somebody looked. */
const VIEWED: Readonly<Record<string, Viewed>> = {
  match: 'match',
  'round-suggestion': 'shortlist',
  'no-match': 'shortlist',
}

/** What was decided on the suggestions of a round, each with the page of the person, where the reasons are. */
async function decisionsOf(c: Context<AppEnv>, id: RoundId): Promise<HistoryLine[]> {
  const rows = await listSuggestionHistory(c.var.deps.db, id, c.var.actor.id)
  return rows.map(({ number, preferredName, ...row }) => ({
    ...row,
    about: {
      name: preferredName ?? 'Somebody who cannot be shown',
      href: paths.team.roundPerson(id, number),
    },
  }))
}

history.get('/team/history/:noun/:id', guard('history.read'), async (c) => {
  const noun = c.req.param('noun')
  const id = readId(c)
  const find = Object.hasOwn(NOUNS, noun) ? NOUNS[noun] : undefined
  const titled = find && (await find(c.var.deps.db, id))
  if (!titled) throw new Problem(404)
  const { careLeaverId } = titled
  if (careLeaverId && (await isHiddenFrom(c.var.deps.db, c.var.actor.id, careLeaverId)))
    throw new Problem(404)
  if (careLeaverId) await noteView(c, careLeaverId, VIEWED[noun] ?? 'interest')
  const rows = [
    ...(await listHistory(c.var.deps.db, `${noun}:${id}`)),
    ...(noun === 'round' ? await decisionsOf(c, id as RoundId) : []),
  ].sort((one, other) => compareText(one.at, other.at))
  return page(c, <HistoryPage title={titled.title} back={titled.back} rows={rows} actorId={c.var.actor.id} />)
})
