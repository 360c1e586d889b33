import { randomId } from '../../../src/auth/secrets'
import { anEntry } from './care-leaver'
import { givenCheckTask } from '../../support/check-tasks'
import { type DeedKind, rows, together, told } from './deed'

export const ADVISER_DEEDS: readonly DeedKind[] = [
  {
    route: 'POST /adviser/people/:id/invite',
    async make(county) {
      const person = await county.onCaseload()
      const email = `${randomId()}@mail.example`
      return {
        by: county.adviser,
        path: `/adviser/people/${person}/invite`,
        fields: { email },
        effects: together(
          rows(county, 'account', 'email', email),
          told(county, `care-leaver:${person}`, 'care-leaver.invite'),
        ),
      }
    },
  },
  {
    route: 'POST /adviser/people/:id/facts/:fact',
    async make(county) {
      const person = await county.onCaseload()
      return {
        by: county.adviser,
        path: `/adviser/people/${person}/facts/qualification`,
        fields: { level: '2', source: 'Certificate' },
        effects: rows(county, 'eligibility_fact', 'care_leaver_id', person),
      }
    },
  },
  {
    route: 'POST /adviser/people/:id/answers/:question',
    async make(county) {
      const person = await county.onCaseload()
      const theirWords = `They said ${randomId()}`
      return {
        by: county.adviser,
        path: `/adviser/people/${person}/answers/goals`,
        fields: { choices: [], words: 'A room of my own', theirWords },
        effects: rows(county, 'profile_answer', 'their_words', theirWords),
      }
    },
  },
  {
    route: 'POST /adviser/people/:id/interests',
    async make(county) {
      const [offer, person] = [await county.offer(2), await county.onCaseload()]
      return {
        by: county.adviser,
        path: `/adviser/people/${person}/interests`,
        fields: { opportunityId: offer, words: 'I would like that' },
        effects: rows(county, 'interest', 'care_leaver_id', person),
      }
    },
  },
  {
    route: 'POST /adviser/people/:id/private',
    async make(county) {
      const person = await county.onCaseload()
      return {
        by: county.adviser,
        path: `/adviser/people/${person}/private`,
        fields: { kind: 'person', person: 'Somebody Else' },
        effects: rows(county, 'not_told', 'care_leaver_id', person),
      }
    },
  },
  {
    route: 'POST /adviser/people/:id/private/:entry/remove',
    async make(county) {
      const person = await county.onCaseload()
      const entry = await anEntry(county, person)
      return {
        by: county.adviser,
        path: `/adviser/people/${person}/private/${entry}/remove`,
        fields: {},
        effects: told(county, `not-told:${entry}`, 'not-told.remove'),
      }
    },
  },
  {
    route: 'POST /adviser/people/:id/offers/:match',
    async make(county) {
      const person = await county.onCaseload()
      const match = await county.proposal(person, await county.offer(1))
      return {
        by: county.adviser,
        path: `/adviser/people/${person}/offers/${match}`,
        fields: { answer: 'yes', nameUsed: 'Robbie', theirWords: 'Yes please' },
        effects: together(
          rows(county, 'share', 'match_id', match),
          told(county, `match:${match}`, 'match.introduce'),
        ),
      }
    },
  },
  {
    route: 'POST /adviser/people/:id/checks/:check',
    async make(county) {
      const [person, offer] = [await county.onCaseload(), await county.offer(1)]
      const check = await givenCheckTask(county.db, {
        careLeaverId: person,
        opportunityId: offer,
        askedBy: county.broker.id,
        at: county.now(),
        turn: 'adviser',
      })
      const words = `It stands at ${randomId()}`
      return {
        by: county.adviser,
        path: `/adviser/people/${person}/checks/${check}`,
        fields: { words },
        effects: rows(county, 'check_task', 'words', words),
      }
    },
  },
]
