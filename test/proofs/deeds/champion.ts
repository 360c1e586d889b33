import { setOpportunityState } from '../../../db/statements/opportunities'
import { addOrganisation } from '../../../db/statements/organisations'
import { addPledge } from '../../../db/statements/pledges'
import { randomId } from '../../../src/auth/secrets'
import { addDays } from '../../../src/domain/dates'
import type { MatchId, OpportunityId, OrganisationId, PledgeId } from '../../../src/domain/ids'
import type { OpportunityState } from '../../../src/domain/opportunity'
import { givenAsk } from '../../support/champion-asks'
import { type County, dayBoxes } from '../county'
import { type DeedKind, rows, told } from './deed'

/** A promise that the team has not agreed yet. */
export async function aPledge(county: County): Promise<PledgeId> {
  const id = randomId() as PledgeId
  await county.make(`pledge:${id}`, 1, [
    addPledge(county.db, {
      id,
      organisationId: county.organisationId,
      ownerId: county.champion.id,
      what: 'Three days out',
      outcome: 'health',
      places: 3,
      dueOn: addDays(county.today(), 90),
      reviewOn: addDays(county.today(), 365),
      createdAt: county.now(),
    }),
  ])
  return id
}

async function offerThatIs(county: County, state: OpportunityState): Promise<OpportunityId> {
  const id = await county.offer(2)
  await county.make(`opportunity:${id}`, 2, [
    setOpportunityState(county.db, id, { state, since: county.now(), version: 2 }),
  ])
  return id
}

const referenceOf = (county: County, match: MatchId) =>
  county.sqlite.prepare('SELECT reference FROM share WHERE match_id = ?').pluck().get(match) as string

/** One that nothing else is about, with somebody who posts for it. */
export async function anOrganisation(county: County) {
  const organisationId = randomId() as OrganisationId
  await county.make(`organisation:${organisationId}`, 1, [
    addOrganisation(county.db, {
      id: organisationId,
      name: `Team ${organisationId}`,
      kind: 'department',
      covenantSignedOn: null,
      createdAt: county.now(),
    }),
  ])
  return { organisationId, champion: await county.account('champion', organisationId) }
}

/** A file of opportunities, each of which is in row 2 and those that follow. */
export const fileOf = (...titles: readonly string[]) =>
  ['title,kind', ...titles.map((title) => `${title},insight-day`)].join('\n')

/** How often a file of two was drafted for somebody: both, or neither. */
export const importedFor = (county: County, ownerId: string) => () =>
  rows(county, 'opportunity', 'owner_id', ownerId)() / 2

/** One press on an offer that is in a state. */
const press = (verb: 'pause' | 'resume' | 'close' | 'withdraw', from: OpportunityState): DeedKind => ({
  route: `POST /champion/opportunities/:id/${verb}`,
  async make(county) {
    const offer = await (from === 'published' ? county.offer(2) : offerThatIs(county, from))
    return {
      by: county.champion,
      path: `/champion/opportunities/${offer}/${verb}`,
      fields: {},
      effects: told(county, `opportunity:${offer}`, `opportunity.${verb}`),
    }
  },
})

export const CHAMPION_DEEDS: readonly DeedKind[] = [
  {
    route: 'POST /champion/pledges/new',
    async make(county) {
      const what = `A promise ${randomId()}`
      return {
        by: county.champion,
        path: '/champion/pledges/new',
        fields: { what, outcome: 'health', places: '2', ...dayBoxes('dueOn', addDays(county.today(), 90)) },
        effects: rows(county, 'pledge', 'what', what),
      }
    },
  },
  {
    route: 'POST /champion/pledges/:id/withdraw',
    async make(county) {
      const pledge = await aPledge(county)
      return {
        by: county.champion,
        path: `/champion/pledges/${pledge}/withdraw`,
        fields: { reason: 'We cannot keep it' },
        effects: told(county, `pledge:${pledge}`, 'pledge.withdraw'),
      }
    },
  },
  {
    route: 'POST /champion/opportunities/new',
    async make(county) {
      const champion = await county.account('champion', county.organisationId)
      return {
        by: champion,
        path: '/champion/opportunities/new',
        fields: { pledge: 'none' },
        effects: rows(county, 'opportunity', 'owner_id', champion.id),
      }
    },
  },
  {
    route: 'POST /champion/asks/:id',
    async make(county) {
      const { organisationId, champion } = await anOrganisation(county)
      const ask = await givenAsk(county.db, { organisationId, askedBy: county.broker.id, at: county.now() })
      return {
        by: champion,
        path: `/champion/asks/${ask}`,
        fields: { code: 'later', words: 'After Easter' },
        effects: told(county, `ask:${ask}`, 'ask.decline'),
      }
    },
  },
  {
    route: 'POST /champion/import/confirm',
    async make(county) {
      const champion = await county.account('champion', county.organisationId)
      return {
        by: champion,
        path: '/champion/import/confirm',
        fields: { text: fileOf('A day out', 'A day in'), rows: ['2', '3'] },
        effects: importedFor(county, champion.id),
      }
    },
  },
  {
    route: 'POST /champion/opportunities/:id/copy',
    async make(county) {
      const [champion, offer] = [
        await county.account('champion', county.organisationId),
        await county.offer(2),
      ]
      return {
        by: champion,
        path: `/champion/opportunities/${offer}/copy`,
        fields: {},
        effects: rows(county, 'opportunity', 'owner_id', champion.id),
      }
    },
  },
  {
    route: 'POST /champion/opportunities/:id/sections/:section',
    async make(county) {
      const { id, owner } = await county.draft()
      return {
        by: owner,
        path: `/champion/opportunities/${id}/sections/support`,
        fields: { supports: ['named-person'] },
        effects: told(county, `opportunity:${id}`, 'opportunity.write'),
      }
    },
  },
  {
    route: 'POST /champion/opportunities/:id/submit',
    async make(county) {
      const { id, owner } = await county.draft()
      return {
        by: owner,
        path: `/champion/opportunities/${id}/submit`,
        fields: {},
        effects: told(county, `opportunity:${id}`, 'opportunity.submit'),
      }
    },
  },
  {
    route: 'POST /champion/opportunities/:id/drop',
    async make(county) {
      const { id, owner } = await county.draft()
      return {
        by: owner,
        path: `/champion/opportunities/${id}/drop`,
        fields: {},
        effects: told(county, `opportunity:${id}`, 'opportunity.drop'),
      }
    },
  },
  {
    route: 'POST /champion/opportunities/:id/edit',
    async make(county) {
      const offer = await county.offer(2)
      return {
        by: county.champion,
        path: `/champion/opportunities/${offer}/edit`,
        fields: {},
        effects: told(county, `opportunity:${offer}`, 'opportunity.write'),
      }
    },
  },
  press('pause', 'published'),
  press('resume', 'paused'),
  press('close', 'published'),
  press('withdraw', 'published'),
  {
    route: 'POST /champion/opportunities/:id/reinstate',
    async make(county) {
      const offer = await offerThatIs(county, 'closed')
      return {
        by: county.champion,
        path: `/champion/opportunities/${offer}/reinstate`,
        fields: dayBoxes('closesOn', addDays(county.today(), 30)),
        effects: told(county, `opportunity:${offer}`, 'opportunity.reinstate'),
      }
    },
  },
  {
    route: 'POST /champion/introductions/:reference/report',
    async make(county) {
      const match = await county.introduction(await county.onCaseload(), await county.offer(1))
      return {
        by: county.champion,
        path: `/champion/introductions/${referenceOf(county, match)}/report`,
        fields: { kind: 'offer' },
        effects: told(county, `match:${match}`, 'match.offer'),
      }
    },
  },
  {
    route: 'POST /champion/introductions/:reference/messages',
    async make(county) {
      const match = await county.introduction(await county.onCaseload(), await county.offer(1))
      const body = `A message ${randomId()}`
      return {
        by: county.champion,
        path: `/champion/introductions/${referenceOf(county, match)}/messages`,
        fields: { body },
        effects: rows(county, 'message', 'body', body),
      }
    },
  },
]
