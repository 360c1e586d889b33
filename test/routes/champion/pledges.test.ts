import { describe, expect, it } from 'vitest'
import { changePledge } from '../../../src/commands/pledges/change-pledge'
import type { PledgeId } from '../../../src/domain/ids'
import { paths } from '../../../src/paths'
import type { Fields } from '../../support/browser'
import { testDatabase } from '../../support/database'
import { givenAccount, givenSignedIn, acting } from '../../support/givens'
import { createWorld } from '../../support/world'
import { givenChampion, startDraft, STEPS } from './steps'

const PLEDGE: Fields = {
  what: 'Two paid places in the depots',
  outcome: 'employment-education-training',
  places: '2',
  'dueOn-day': '30',
  'dueOn-month': '9',
  'dueOn-year': '2027',
}

async function aPledge() {
  const world = createWorld(testDatabase())
  const champion = await givenChampion(world)
  const made = await champion.post(paths.champion.newPledge, PLEDGE)
  const id = (made.headers.get('location') ?? '').split('/').at(-1) as PledgeId
  const read = () => world.db.query.selectFrom('pledge').selectAll().where('id', '=', id).executeTakeFirst()
  return { world, champion, id, read }
}

describe('pledges', () => {
  it('are made as a statement of intent that is looked at again after a year', async () => {
    const { champion, id, read } = await aPledge()
    expect(await read()).toMatchObject({
      state: 'intent',
      places: 2,
      due_on: '2027-09-30',
      review_on: '2027-11-23',
      version: 1,
    })
    expect(await champion.text(paths.champion.pledges)).toContain('Two paid places in the depots')
    const page = await champion.text(paths.champion.pledge(id))
    expect(page).toContain('Statement of intent')
    expect(page).toContain('Pledge made')
  })

  it('show what was posted under them', async () => {
    const { champion, id } = await aPledge()
    expect(await champion.text(`${paths.champion.newOpportunity}?pledge=${id}`)).toMatch(
      new RegExp(`value="${id}"[^>]*checked`),
    )
    const opportunityId = await startDraft(champion, { pledge: id })
    await champion.post(paths.champion.section(opportunityId, 'basics'), STEPS.basics)
    const page = await champion.text(paths.champion.pledge(id))
    expect(page).toContain('A week with the tree team')
    expect(page).toContain('Draft')
    expect(await champion.text(paths.champion.opportunity(opportunityId))).toContain(
      'Two paid places in the depots',
    )
  })

  it('are withdrawn with a reason, which stays on record', async () => {
    const { champion, id, read } = await aPledge()
    await champion.post(paths.champion.withdrawPledge(id), { reason: 'The depot closes' })
    expect(await read()).toMatchObject({ state: 'withdrawn', state_reason: 'The depot closes', version: 2 })
    const page = await champion.text(paths.champion.pledge(id))
    expect(page).toContain('Pledge withdrawn')
    expect(page).not.toContain(paths.champion.withdrawPledge(id))
    expect((await champion.post(paths.champion.withdrawPledge(id), { reason: 'Again' })).status).toBe(409)
  })

  it('are agreed and ended by the 18+ team, and never by whoever made them', async () => {
    const { world, champion, id, read } = await aPledge()
    const broker = await givenAccount(world, 'broker', { name: 'Grace Okoro' })
    expect(await changePledge(acting(world, champion.id), id, { action: 'agree', reason: '' })).toBe(
      'own-pledge',
    )
    expect(await changePledge(acting(world, broker.id), id, { action: 'deliver', reason: 'All kept' })).toBe(
      'not-possible-now',
    )
    expect(await changePledge(acting(world, broker.id), id, { action: 'agree', reason: '' })).toBe(
      'committed',
    )
    expect(
      await changePledge(acting(world, broker.id), id, { action: 'deliver-partly', reason: 'One of two' }),
    ).toBe('committed')
    expect(await read()).toMatchObject({ state: 'partly-delivered', state_reason: 'One of two', version: 3 })
    const page = await champion.text(paths.champion.pledge(id))
    expect(page).toContain('Grace Okoro, 18+ team')
    expect(page).toContain('Pledge partly delivered')
  })

  it('have one effect when they are posted twice', async () => {
    const { world, champion } = await aPledge()
    for (const _again of [1, 2]) await champion.post(paths.champion.newPledge, PLEDGE, 'd'.repeat(32))
    expect(await world.db.query.selectFrom('pledge').select('id').execute()).toHaveLength(2)
  })
})

describe('pledges: asking again', () => {
  it.each([
    [{ what: '' }, 'Say what you promise'],
    [{ outcome: '' }, 'Choose what it helps with'],
    [{ places: '501' }, 'Places must be a whole number from 1 to 500'],
    [{ 'dueOn-year': '2020' }, 'The day must be after today'],
    [{ 'dueOn-day': '' }, 'Enter the day as a real date'],
  ])('%o', async (wrong, message) => {
    const { world, champion } = await aPledge()
    const response = await champion.post(paths.champion.newPledge, { ...PLEDGE, ...wrong })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain(message)
    expect(html).toContain('name="dueOn-month"')
    expect(html).toMatch(/value="9"/)
    expect(await world.db.query.selectFrom('pledge').select('id').execute()).toHaveLength(1)
  })

  it('does not withdraw without a reason', async () => {
    const { champion, id, read } = await aPledge()
    expect((await champion.post(paths.champion.withdrawPledge(id), { reason: ' ' })).status).toBe(422)
    expect(await read()).toMatchObject({ state: 'intent' })
  })
})

describe('pledges: refusing', () => {
  it('are not there for another organisation', async () => {
    const { world, id, read } = await aPledge()
    const stranger = await givenChampion(world, 'Libraries')
    for (const path of [paths.champion.pledge(id), paths.champion.withdrawPledge(id)]) {
      expect([path, (await stranger.get(path)).status]).toEqual([path, 404])
    }
    expect((await stranger.post(paths.champion.withdrawPledge(id), { reason: 'Mine now' })).status).toBe(404)
    expect((await stranger.post(paths.champion.newOpportunity, { pledge: id })).status).toBe(422)
    expect(await stranger.text(paths.champion.pledges)).not.toContain('depots')
    expect(await read()).toMatchObject({ state: 'intent', version: 1 })
  })

  it.each(['care-leaver', 'adviser'] as const)('are no place for a %s', async (role) => {
    const { world, id } = await aPledge()
    const other = await givenSignedIn(world, role)
    for (const path of [paths.champion.pledges, paths.champion.newPledge, paths.champion.pledge(id)]) {
      expect([path, (await other.get(path)).status]).toEqual([path, 403])
    }
    for (const path of [paths.champion.newPledge, paths.champion.withdrawPledge(id)]) {
      expect([path, (await other.post(path, PLEDGE)).status]).toEqual([path, 403])
    }
  })
})
