import { saveProfileAnswer } from '../../../db/statements/care-leavers'
import { setMatchState } from '../../../db/statements/matches'
import { addOutcomeChecks, setOutcomeDue } from '../../../db/statements/outcome-checks'
import { setOpportunityState, setRevisionState, setStopped } from '../../../db/statements/opportunities'
import { randomId } from '../../../src/auth/secrets'
import { addDays } from '../../../src/domain/dates'
import type { CareLeaverId, MatchId, OpportunityId } from '../../../src/domain/ids'
import { givenAsk } from '../../support/champion-asks'
import { givenCheckTask } from '../../support/check-tasks'
import { OPPORTUNITY_KINDS } from '../../../src/domain/opportunity'
import { givenRound } from '../../support/rounds'
import { type County, dayBoxes } from '../county'
import { anInterest } from './care-leaver'
import { anOrganisation, aPledge, fileOf, importedFor } from './champion'
import { type DeedKind, rows, together, told } from './deed'

/** What waits for the team, from somebody of whom nothing else waits. */
async function aSubmitted(county: County): Promise<OpportunityId> {
  const { id } = await county.draft()
  const at = county.now()
  await county.make(`opportunity:${id}`, 2, [
    setRevisionState(county.db, { opportunityId: id, number: 1 }, 'submitted', { submittedAt: at }),
    setOpportunityState(county.db, id, { state: 'submitted', since: at, version: 2 }),
  ])
  return id
}

/** Somebody who started, with the check of the first week due. */
async function aStart(county: County): Promise<{ match: MatchId; check: string }> {
  const match = await county.introduction(await county.onCaseload(), await county.offer(1))
  const at = county.now()
  const startedOn = county.today()
  const by = { at, actorId: county.broker.id, newId: randomId }
  await county.make(`match:${match}`, 3, [
    setMatchState(county.db, match, { state: 'started', since: at, version: 3, startedOn }),
    ...addOutcomeChecks(county.db, match, startedOn, by),
  ])
  const check = county.sqlite
    .prepare('SELECT id FROM outcome_check WHERE match_id = ? AND week = 1')
    .pluck()
    .get(match) as string
  await county.make(`outcome-check:${check}`, 2, [setOutcomeDue(county.db, check, 2)])
  return { match, check }
}

/** A round about one offer and people that nothing else is about. */
async function aRound(county: County, { people = 1, isChosen = true } = {}) {
  const offer = await county.offer(1)
  const ids: CareLeaverId[] = []
  while (ids.length < people) ids.push(await county.onCaseload())
  const openedBy = county.broker.id
  const round = await givenRound(county.db, { openedBy, people: ids, offer, at: county.now(), isChosen })
  return { ...round, offer, person: ids[0] as CareLeaverId }
}

const seen = (suggestion: string) => ({ suggestion, seen: '1' })

export const TEAM_DEEDS: readonly DeedKind[] = [
  {
    route: 'POST /team/opportunities/:id/publish',
    async make(county) {
      const offer = await aSubmitted(county)
      return {
        by: county.broker,
        path: `/team/opportunities/${offer}/publish`,
        fields: {},
        effects: told(county, `opportunity:${offer}`, 'opportunity.publish'),
      }
    },
  },
  {
    route: 'POST /team/opportunities/:id/request-changes',
    async make(county) {
      const offer = await aSubmitted(county)
      return {
        by: county.broker,
        path: `/team/opportunities/${offer}/request-changes`,
        fields: { codes: ['pay-unclear'], words: 'Say more of the pay' },
        effects: told(county, `opportunity:${offer}`, 'opportunity.request-changes'),
      }
    },
  },
  {
    route: 'POST /team/opportunities/:id/stop',
    async make(county) {
      const offer = await county.offer(2)
      return {
        by: county.broker,
        path: `/team/opportunities/${offer}/stop`,
        fields: { reason: 'Something is not right' },
        effects: told(county, `opportunity:${offer}`, 'opportunity.stop'),
      }
    },
  },
  {
    route: 'POST /team/opportunities/:id/lift',
    async make(county) {
      const offer = await county.offer(2)
      await county.make(`opportunity:${offer}`, 2, [
        setStopped(county.db, offer, 'Something is not right'),
        setOpportunityState(county.db, offer, { state: 'paused', since: county.now(), version: 2 }),
      ])
      return {
        by: county.broker,
        path: `/team/opportunities/${offer}/lift`,
        fields: {},
        effects: told(county, `opportunity:${offer}`, 'opportunity.lift'),
      }
    },
  },
  {
    route: 'POST /team/opportunities/:id/people/:person/propose',
    async make(county) {
      const [offer, person] = [await county.offer(2), await county.youngPerson()]
      return {
        by: county.broker,
        path: `/team/opportunities/${offer}/people/${person.id}/propose`,
        fields: { reason: 'Fits', ...dayBoxes('holdUntil', addDays(county.today(), 7)) },
        effects: rows(county, 'match', 'care_leaver_id', person.id),
      }
    },
  },
  {
    route: 'POST /team/interests/:id/answer',
    async make(county) {
      const interest = await anInterest(county, await county.youngPerson())
      return {
        by: county.broker,
        path: `/team/interests/${interest}/answer`,
        fields: { answer: 'keep', words: 'Later' },
        effects: told(county, `interest:${interest}`, 'interest.answer'),
      }
    },
  },
  {
    route: 'POST /team/matches/:id/withdraw',
    async make(county) {
      const match = await county.proposal(await county.onCaseload(), await county.offer(1))
      return {
        by: county.broker,
        path: `/team/matches/${match}/withdraw`,
        fields: { ending: 'withdraw', reason: 'Found another way' },
        effects: told(county, `match:${match}`, 'match.withdraw'),
      }
    },
  },
  {
    route: 'POST /team/matches/:id/report',
    async make(county) {
      const match = await county.introduction(await county.onCaseload(), await county.offer(1))
      return {
        by: county.broker,
        path: `/team/matches/${match}/report`,
        fields: { kind: 'start', ...dayBoxes('startedOn', county.today()) },
        // The start itself and its four checks.
        effects: () =>
          (told(county, `match:${match}`, 'match.start')() +
            rows(county, 'outcome_check', 'match_id', match)()) /
          5,
      }
    },
  },
  {
    route: 'POST /team/matches/:id/outcomes/:week',
    async make(county) {
      const { match, check } = await aStart(county)
      return {
        by: county.broker,
        path: `/team/matches/${match}/outcomes/1`,
        fields: { result: 'going-well', words: 'Fine' },
        effects: told(county, `outcome-check:${check}`, 'outcome.record'),
      }
    },
  },
  {
    route: 'POST /team/pledges/:id/change',
    async make(county) {
      const pledge = await aPledge(county)
      return {
        by: county.broker,
        path: `/team/pledges/${pledge}/change`,
        fields: { action: 'agree', reason: '' },
        effects: told(county, `pledge:${pledge}`, 'pledge.agree'),
      }
    },
  },
  {
    route: 'POST /team/rounds',
    async make(county) {
      const offer = await county.offer(1)
      await county.onCaseload()
      return {
        by: county.broker,
        path: '/team/rounds',
        fields: {
          which: 'some',
          opportunities: [offer],
          waitWeeksMin: '0',
          pairs: 'eligible',
          // Opened for a later day, it is not worked out while the proof goes on.
          ...dayBoxes('day', addDays(county.today(), 20)),
        },
        effects: rows(county, 'round_opportunity', 'opportunity_id', offer),
      }
    },
  },
  {
    route: 'POST /team/rounds/:id/choose',
    async make(county) {
      const { id } = await aRound(county, { isChosen: false })
      return {
        by: county.broker,
        path: `/team/rounds/${id}/choose`,
        fields: { rule: 'band-by-band', reason: '' },
        effects: together(
          told(county, `round:${id}`, 'round.choose'),
          rows(county, 'round_suggestion', 'round_id', id),
        ),
      }
    },
  },
  {
    route: 'POST /team/rounds/:id/end',
    async make(county) {
      const { id } = await aRound(county)
      return {
        by: county.broker,
        path: `/team/rounds/${id}/end`,
        fields: { ending: 'close', endReason: 'All done' },
        effects: told(county, `round:${id}`, 'round.close'),
      }
    },
  },
  {
    route: 'POST /team/rounds/:id/people/:number/accept',
    async make(county) {
      const { id, suggestion, person } = await aRound(county)
      return {
        by: county.broker,
        path: `/team/rounds/${id}/people/0/accept`,
        fields: { reason: 'Fits', ...seen(suggestion), ...dayBoxes('holdUntil', addDays(county.today(), 7)) },
        effects: together(
          rows(county, 'match', 'care_leaver_id', person),
          told(county, `round-suggestion:${suggestion}`, 'round-suggestion.accept'),
        ),
      }
    },
  },
  {
    route: 'POST /team/rounds/:id/people/:number/drop',
    async make(county) {
      const { id, suggestion } = await aRound(county)
      return {
        by: county.broker,
        path: `/team/rounds/${id}/people/0/drop`,
        fields: { dropReason: 'Has started something', ...seen(suggestion) },
        effects: told(county, `round-suggestion:${suggestion}`, 'round-suggestion.drop'),
      }
    },
  },
  {
    route: 'POST /team/rounds/:id/people/:number/swap',
    async make(county) {
      const { id, suggestion } = await aRound(county, { people: 2 })
      return {
        by: county.broker,
        path: `/team/rounds/${id}/people/0/swap`,
        fields: { person: '1', reason: 'They asked for it', ...seen(suggestion) },
        effects: told(county, `round-suggestion:${suggestion}`, 'round-suggestion.swap'),
      }
    },
  },
  {
    route: 'POST /team/unmatched/:id',
    async make(county) {
      const person = await county.onCaseload()
      await county.db.commit([
        saveProfileAnswer(county.db, {
          careLeaverId: person,
          question: 'not-suggest',
          answer: { kinds: [...OPPORTUNITY_KINDS] },
          answeredAt: county.now(),
          answeredBy: county.broker.id,
          theirWords: '',
        }),
      ])
      return {
        by: county.broker,
        path: `/team/unmatched/${person}`,
        fields: {
          code: 'other',
          words: 'They want nothing just now',
          seen: '0',
          ...dayBoxes('lookAgainOn', addDays(county.today(), 28)),
        },
        effects: together(
          told(county, `no-match:${person}`, 'no-match.record'),
          rows(county, 'no_match', 'care_leaver_id', person),
        ),
      }
    },
  },
  {
    route: 'POST /team/asks',
    async make(county) {
      const { organisationId } = await anOrganisation(county)
      return {
        by: county.broker,
        path: '/team/asks',
        fields: {
          what: 'training',
          district: 'E07000113',
          organisations: [organisationId],
          [`words-${organisationId}`]: 'Could you post one?',
        },
        effects: rows(county, 'champion_ask', 'organisation_id', organisationId),
      }
    },
  },
  {
    route: 'POST /team/asks/:id/take-back',
    async make(county) {
      const { organisationId } = await anOrganisation(county)
      const ask = await givenAsk(county.db, { organisationId, askedBy: county.broker.id, at: county.now() })
      return {
        by: county.broker,
        path: `/team/asks/${ask}/take-back`,
        fields: {},
        effects: told(county, `ask:${ask}`, 'ask.take-back'),
      }
    },
  },
  {
    route: 'POST /team/import/confirm',
    async make(county) {
      const champion = await county.account('champion', county.organisationId)
      return {
        by: county.broker,
        path: '/team/import/confirm',
        fields: { text: fileOf('A day out', 'A day in'), rows: ['2', '3'], accountId: champion.id },
        effects: importedFor(county, champion.id),
      }
    },
  },
  {
    route: 'POST /team/invite',
    async make(county) {
      const email = `${randomId()}@mail.example`
      return {
        by: county.broker,
        path: '/team/invite',
        fields: { name: 'Alex Field', email, organisationId: county.organisationId },
        effects: rows(county, 'account', 'email', email),
      }
    },
  },
  {
    route: 'POST /team/opportunities/:id/people/:person/checks/:check',
    async make(county) {
      const [person, offer] = [await county.onCaseload(), await county.offer(1)]
      const check = await givenCheckTask(county.db, {
        careLeaverId: person,
        opportunityId: offer,
        askedBy: county.broker.id,
        at: county.now(),
        turn: 'team',
      })
      const words = `It stands at ${randomId()}`
      return {
        by: county.broker,
        path: `/team/opportunities/${offer}/people/${person}/checks/${check}`,
        fields: { ending: 'answered', words },
        effects: rows(county, 'check_task', 'words', words),
      }
    },
  },
]
