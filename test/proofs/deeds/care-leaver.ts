import { addNotTold } from '../../../db/statements/care-leavers'
import { addInterest } from '../../../db/statements/interests'
import { addSavedOpportunity } from '../../../db/statements/saved-opportunities'
import { addSavedSearch } from '../../../db/statements/saved-searches'
import { endShareOfMatch } from '../../../db/statements/shares'
import { randomId } from '../../../src/auth/secrets'
import { addDays } from '../../../src/domain/dates'
import type { CareLeaverId, InterestId, SavedSearchId } from '../../../src/domain/ids'
import { givenCheckTask } from '../../support/check-tasks'
import type { County, Person } from '../county'
import { type DeedKind, rows, together, told } from './deed'

/** Somebody who has asked for an offer. */
export async function anInterest(county: County, person: { id: CareLeaverId; account: Person }) {
  const id = randomId() as InterestId
  const opportunityId = await county.offer(2)
  await county.make(`interest:${id}`, 1, [
    addInterest(county.db, {
      id,
      careLeaverId: person.id,
      opportunityId,
      words: 'Please',
      recordedBy: person.account.id,
      answerDueOn: addDays(county.today(), 7),
      createdAt: county.now(),
    }),
  ])
  return id
}

/** An entry on the list of those who are not to be told. */
export async function anEntry(county: County, careLeaverId: CareLeaverId): Promise<string> {
  const id = randomId()
  await county.make(`not-told:${id}`, 1, [
    addNotTold(county.db, {
      id,
      careLeaverId,
      kind: 'organisation',
      organisationId: county.organisationId,
      matchHash: null,
      sealedWords: null,
      addedBy: county.adviser.id,
      addedAt: county.now(),
    }),
  ])
  return id
}

/** A search of somebody's own, with a word that nobody else looks for. */
async function aSearch(county: County, careLeaverId: CareLeaverId): Promise<SavedSearchId> {
  const id = randomId() as SavedSearchId
  await county.db.commit([
    addSavedSearch(county.db, {
      id,
      careLeaverId,
      query: `words=${id}`,
      alerts: 'daily',
      at: county.now(),
      today: county.today(),
    }),
  ])
  return id
}

export const CARE_LEAVER_DEEDS: readonly DeedKind[] = [
  {
    route: 'POST /my/welcome',
    async make(county) {
      const person = await county.youngPerson({ considers: false })
      return {
        by: person.account,
        path: '/my/welcome',
        fields: { answer: 'yes' },
        effects: () =>
          county.count("SELECT count(*) FROM care_leaver WHERE id = ? AND consideration = 'yes'", person.id),
      }
    },
  },
  {
    route: 'POST /my/answers/:question',
    async make(county) {
      const person = await county.youngPerson()
      return {
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
  },
  {
    route: 'POST /my/saved/:id',
    async make(county) {
      const [offer, person] = [await county.offer(2), await county.youngPerson()]
      return {
        by: person.account,
        path: `/my/saved/${offer}`,
        fields: {},
        effects: rows(county, 'saved_opportunity', 'care_leaver_id', person.id),
      }
    },
  },
  {
    route: 'POST /my/order',
    async make(county) {
      const [offer, person] = [await county.offer(2), await county.youngPerson()]
      await county.db.commit([addSavedOpportunity(county.db, person.id, offer, county.now())])
      return {
        by: person.account,
        path: '/my/order',
        fields: { offers: [offer], ranks: ['1'] },
        effects: () =>
          county.count(
            'SELECT count(*) FROM saved_opportunity WHERE care_leaver_id = ? AND rank = 1',
            person.id,
          ),
      }
    },
  },
  {
    route: 'POST /my/saved/:id/remove',
    async make(county) {
      const [offer, person] = [await county.offer(2), await county.youngPerson()]
      await county.db.commit([addSavedOpportunity(county.db, person.id, offer, county.now())])
      const saved = rows(county, 'saved_opportunity', 'care_leaver_id', person.id)
      return {
        by: person.account,
        path: `/my/saved/${offer}/remove`,
        fields: {},
        effects: () => 1 - saved(),
      }
    },
  },
  {
    route: 'POST /my/searches',
    async make(county) {
      const person = await county.youngPerson()
      return {
        by: person.account,
        path: '/my/searches',
        fields: { query: 'words=music', alerts: 'weekly' },
        effects: rows(county, 'saved_search', 'care_leaver_id', person.id),
      }
    },
  },
  {
    route: 'POST /my/searches/:id/alerts',
    async make(county) {
      const person = await county.youngPerson()
      const id = await aSearch(county, person.id)
      return {
        by: person.account,
        path: `/my/searches/${id}/alerts`,
        fields: { alerts: 'none' },
        effects: () => county.count("SELECT count(*) FROM saved_search WHERE id = ? AND alerts = 'none'", id),
      }
    },
  },
  {
    route: 'POST /my/searches/:id/remove',
    async make(county) {
      const person = await county.youngPerson()
      const id = await aSearch(county, person.id)
      const saved = rows(county, 'saved_search', 'id', id)
      return {
        by: person.account,
        path: `/my/searches/${id}/remove`,
        fields: {},
        effects: () => 1 - saved(),
      }
    },
  },
  {
    route: 'POST /my/interests/:id',
    async make(county) {
      const [offer, person] = [await county.offer(2), await county.youngPerson()]
      return {
        by: person.account,
        path: `/my/interests/${offer}`,
        fields: { words: 'Please' },
        effects: rows(county, 'interest', 'care_leaver_id', person.id),
      }
    },
  },
  {
    route: 'POST /my/requests/:id/withdraw',
    async make(county) {
      const person = await county.youngPerson()
      const interest = await anInterest(county, person)
      return {
        by: person.account,
        path: `/my/requests/${interest}/withdraw`,
        fields: {},
        effects: told(county, `interest:${interest}`, 'interest.withdraw'),
      }
    },
  },
  {
    route: 'POST /my/offers/:id/yes/send',
    async make(county) {
      const person = await county.youngPerson()
      const match = await county.proposal(person.id, await county.offer(1))
      return {
        by: person.account,
        path: `/my/offers/${match}/yes/send`,
        fields: { nameUsed: 'Robbie' },
        effects: together(
          rows(county, 'share', 'match_id', match),
          told(county, `match:${match}`, 'match.introduce'),
        ),
      }
    },
  },
  {
    // Again, after what was shared has ended.
    route: 'POST /my/offers/:id/yes/send',
    async make(county) {
      const person = await county.youngPerson()
      const match = await county.introduction(person.id, await county.offer(1))
      const by = { at: county.now(), actorId: county.broker.id }
      await county.db.commit(endShareOfMatch(county.db, match, by))
      return {
        by: person.account,
        path: `/my/offers/${match}/yes/send`,
        fields: { nameUsed: 'Robbie' },
        effects: together(
          () => county.count('SELECT count(*) FROM share WHERE match_id = ? AND ended_at IS NULL', match),
          told(county, `match:${match}`, 'match.share-again'),
        ),
      }
    },
  },
  {
    route: 'POST /my/offers/:id/no',
    async make(county) {
      const person = await county.youngPerson()
      const match = await county.proposal(person.id, await county.offer(1))
      return {
        by: person.account,
        path: `/my/offers/${match}/no`,
        fields: { code: 'rather-not-say' },
        effects: told(county, `match:${match}`, 'match.decline'),
      }
    },
  },
  {
    route: 'POST /my/offers/:id/stop',
    async make(county) {
      const person = await county.youngPerson()
      const match = await county.introduction(person.id, await county.offer(1))
      return {
        by: person.account,
        path: `/my/offers/${match}/stop`,
        fields: {},
        effects: told(county, `match:${match}`, 'match.withdraw'),
      }
    },
  },
  {
    route: 'POST /my/offers/:id/messages',
    async make(county) {
      const person = await county.youngPerson()
      const match = await county.introduction(person.id, await county.offer(1))
      const body = `A message ${randomId()}`
      return {
        by: person.account,
        path: `/my/offers/${match}/messages`,
        fields: { body },
        effects: rows(county, 'message', 'body', body),
      }
    },
  },
  {
    route: 'POST /my/private',
    async make(county) {
      const person = await county.youngPerson()
      return {
        by: person.account,
        path: '/my/private',
        fields: { kind: 'email', email: 'somebody@example.org' },
        effects: rows(county, 'not_told', 'care_leaver_id', person.id),
      }
    },
  },
  {
    route: 'POST /my/private/:id/remove',
    async make(county) {
      const person = await county.youngPerson()
      const entry = await anEntry(county, person.id)
      return {
        by: person.account,
        path: `/my/private/${entry}/remove`,
        fields: {},
        effects: told(county, `not-told:${entry}`, 'not-told.remove'),
      }
    },
  },
  {
    route: 'POST /my/information/close',
    async make(county) {
      const person = await county.youngPerson()
      const match = await county.introduction(person.id, await county.offer(1))
      return {
        by: person.account,
        path: '/my/information/close',
        fields: {},
        effects: together(
          told(county, `care-leaver:${person.id}`, 'record.close'),
          told(county, `account:${person.account.id}`, 'account.close'),
          told(county, `match:${match}`, 'match.withdraw'),
        ),
      }
    },
  },
  {
    route: 'POST /my/checks/:check',
    async make(county) {
      const { id: careLeaverId, account } = await county.youngPerson()
      const check = await givenCheckTask(county.db, {
        careLeaverId,
        opportunityId: await county.offer(1),
        askedBy: county.broker.id,
        at: county.now(),
        turn: 'young-person',
      })
      const words = `I can go ${randomId()}`
      return {
        by: account,
        path: `/my/checks/${check}`,
        fields: { words },
        effects: rows(county, 'check_task', 'words', words),
      }
    },
  },
]
