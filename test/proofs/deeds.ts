import { randomId } from '../../src/auth/secrets'
import { addDays } from '../../src/domain/dates'
import type { Fields } from '../support/browser'
import { type County, dayBoxes, type Person } from './county'

/** A form that changes something of its own, so that what it did can be told from everything else. */
export type Deed = {
  /** As `npm run routes` names it. */
  route: string
  by: Person
  path: string
  fields: Fields
  /** How often it has happened. */
  effects: () => number
}

type DeedMaker = (county: County) => Promise<Deed>

/** Audit rows of one action on one thing. */
const told = (county: County, subject: string, action: string) => () =>
  county.count('SELECT count(*) FROM audit_event WHERE subject = ? AND action = ?', subject, action)

/** Rows that have a value in a column. */
const rows = (county: County, table: string, column: string, value: string) => () =>
  county.count(`SELECT count(*) FROM "${table}" WHERE "${column}" = ?`, value)

/** A writer of every kind of change there is, each with people and things made for it alone. */
export const DEEDS: readonly DeedMaker[] = [
  async (county) => {
    const [offer, person] = [await county.offer(2), await county.youngPerson()]
    return {
      route: 'POST /team/opportunities/:id/people/:person/propose',
      by: county.broker,
      path: `/team/opportunities/${offer}/people/${person.id}/propose`,
      fields: { reason: 'Fits', ...dayBoxes('holdUntil', addDays(county.today(), 7)) },
      effects: rows(county, 'match', 'care_leaver_id', person.id),
    }
  },
  async (county) => {
    const [offer, person] = [await county.offer(2), await county.youngPerson()]
    return {
      route: 'POST /my/interests/:id',
      by: person.account,
      path: `/my/interests/${offer}`,
      fields: { words: 'Please' },
      effects: rows(county, 'interest', 'care_leaver_id', person.id),
    }
  },
  async (county) => {
    const [offer, person] = [await county.offer(2), await county.youngPerson()]
    return {
      route: 'POST /my/saved/:id',
      by: person.account,
      path: `/my/saved/${offer}`,
      fields: {},
      effects: rows(county, 'saved_opportunity', 'care_leaver_id', person.id),
    }
  },
  async (county) => {
    const match = await county.proposal((await county.youngPerson()).id, await county.offer(1))
    return {
      route: 'POST /team/matches/:id/withdraw',
      by: county.broker,
      path: `/team/matches/${match}/withdraw`,
      fields: { ending: 'withdraw', reason: 'Found another way' },
      effects: told(county, `match:${match}`, 'match.withdraw'),
    }
  },
  async (county) => {
    const person = await county.youngPerson()
    const match = await county.proposal(person.id, await county.offer(1))
    return {
      route: 'POST /my/offers/:id/yes/send',
      by: person.account,
      path: `/my/offers/${match}/yes/send`,
      fields: { nameUsed: 'Robbie' },
      effects: rows(county, 'share', 'match_id', match),
    }
  },
  async (county) => {
    const person = await county.youngPerson()
    const match = await county.proposal(person.id, await county.offer(1))
    return {
      route: 'POST /my/offers/:id/no',
      by: person.account,
      path: `/my/offers/${match}/no`,
      fields: { code: 'rather-not-say' },
      effects: told(county, `match:${match}`, 'match.decline'),
    }
  },
  async (county) => {
    const person = await county.youngPerson()
    const match = await county.introduction(person.id, await county.offer(1))
    return {
      route: 'POST /my/offers/:id/stop',
      by: person.account,
      path: `/my/offers/${match}/stop`,
      fields: {},
      effects: told(county, `match:${match}`, 'match.withdraw'),
    }
  },
  async (county) => {
    const person = await county.youngPerson()
    const match = await county.introduction(person.id, await county.offer(1))
    const body = `A message ${randomId()}`
    return {
      route: 'POST /my/offers/:id/messages',
      by: person.account,
      path: `/my/offers/${match}/messages`,
      fields: { body },
      effects: rows(county, 'message', 'body', body),
    }
  },
  async (county) => {
    const person = await county.youngPerson({ considers: false })
    return {
      route: 'POST /my/welcome',
      by: person.account,
      path: '/my/welcome',
      fields: { answer: 'yes' },
      effects: () =>
        county.count("SELECT count(*) FROM care_leaver WHERE id = ? AND consideration = 'yes'", person.id),
    }
  },
  async (county) => {
    const person = await county.youngPerson()
    return {
      route: 'POST /my/answers/:question',
      by: person.account,
      path: '/my/answers/goals',
      fields: { choices: [], words: 'A room of my own' },
      effects: () =>
        county.count(
          "SELECT count(*) FROM profile_answer WHERE care_leaver_id = ? AND question = 'goals'",
          person.id,
        ),
    }
  },
  async (county) => {
    const person = await county.youngPerson()
    return {
      route: 'POST /my/private',
      by: person.account,
      path: '/my/private',
      fields: { kind: 'email', email: 'somebody@example.org' },
      effects: rows(county, 'not_told', 'care_leaver_id', person.id),
    }
  },
  async (county) => {
    const person = await county.youngPerson()
    return {
      route: 'POST /adviser/people/:id/facts/:fact',
      by: county.adviser,
      path: `/adviser/people/${person.id}/facts/qualification`,
      fields: { level: '2', source: 'Certificate' },
      effects: rows(county, 'eligibility_fact', 'care_leaver_id', person.id),
    }
  },
  async (county) => {
    const [offer, person] = [await county.offer(2), await county.youngPerson()]
    return {
      route: 'POST /adviser/people/:id/interests',
      by: county.adviser,
      path: `/adviser/people/${person.id}/interests`,
      fields: { opportunityId: offer, words: 'I would like that' },
      effects: rows(county, 'interest', 'care_leaver_id', person.id),
    }
  },
  async (county) => {
    const what = `A promise ${randomId()}`
    return {
      route: 'POST /champion/pledges/new',
      by: county.champion,
      path: '/champion/pledges/new',
      fields: { what, outcome: 'health', places: '2', ...dayBoxes('dueOn', addDays(county.today(), 90)) },
      effects: rows(county, 'pledge', 'what', what),
    }
  },
  async (county) => {
    const champion = await county.account('champion', county.organisationId)
    return {
      route: 'POST /champion/opportunities/new',
      by: champion,
      path: '/champion/opportunities/new',
      fields: { pledge: 'none' },
      effects: rows(county, 'opportunity', 'owner_id', champion.id),
    }
  },
  ...(['pause', 'close', 'withdraw'] as const).map((verb): DeedMaker => async (county) => {
    const offer = await county.offer(2)
    return {
      route: `POST /champion/opportunities/:id/${verb}`,
      by: county.champion,
      path: `/champion/opportunities/${offer}/${verb}`,
      fields: {},
      effects: told(county, `opportunity:${offer}`, `opportunity.${verb}`),
    }
  }),
  async (county) => {
    const name = `Organisation ${randomId()}`
    return {
      route: 'POST /manage/organisations',
      by: await county.account('manager'),
      path: '/manage/organisations',
      fields: { name, kind: 'charity' },
      effects: rows(county, 'organisation', 'name', name),
    }
  },
  async (county) => {
    const email = `${randomId()}@kent.example`
    return {
      route: 'POST /manage/accounts/invite',
      by: await county.account('manager'),
      path: '/manage/accounts/invite',
      fields: { role: 'broker', name: 'Alex Field', email },
      effects: rows(county, 'account', 'email', email),
    }
  },
  async (county) => {
    const { id } = await county.account('broker')
    return {
      route: 'POST /manage/accounts/:id/suspend',
      by: await county.account('manager'),
      path: `/manage/accounts/${id}/suspend`,
      fields: { reason: 'Left the team' },
      effects: told(county, `account:${id}`, 'account.suspend'),
    }
  },
]
