import { describe, expect, it } from 'vitest'
import { addInterest } from '../../../db/statements/interests'
import type { InterestId } from '../../../src/domain/ids'
import { randomId } from '../../../src/auth/secrets'
import { paths } from '../../../src/paths'
import { testDatabase } from '../../support/database'
import { givenOrganisation, givenPublished, givenSignedIn, givenYoungPerson } from '../../support/givens'
import { createWorld } from '../../support/world'

/** Two people are interested in one offer: Robin's interest is kept for later, Alex waits for an answer. */
async function oneKept() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  const champion = await givenSignedIn(world, 'champion', { organisationId })
  const broker = await givenSignedIn(world, 'broker', { name: 'Bea Sole' })
  const offer = await givenPublished(
    world,
    { id: champion.id, organisationId },
    { title: 'Tree week', places: 2 },
  )
  const [robin, alex] = [
    await givenYoungPerson(world, { name: 'Robin' }),
    await givenYoungPerson(world, { name: 'Alex' }),
  ]
  const [kept, open] = [randomId() as InterestId, randomId() as InterestId]
  const since = { words: '', answerDueOn: '2026-11-30', createdAt: world.now().toISOString() }
  await world.db.commit(
    [
      { id: kept, of: robin },
      { id: open, of: alex },
    ].map(({ id, of }) =>
      addInterest(world.db, {
        ...since,
        id,
        careLeaverId: of.person.id,
        opportunityId: offer.id,
        recordedBy: of.account.id,
      }),
    ),
  )
  await broker.post(`/team/interests/${kept}/answer`, { answer: 'keep', words: 'Spring is a better time' })
  return { world, broker, champion, robin, offer, kept, open }
}

/** The text of each row of the only table, or of the one after `from`. */
const rowsOf = (html: string, from = '') =>
  [...html.slice(html.indexOf(from)).matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
    (row ?? '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )

describe('an interest that is kept for later', () => {
  it('stands below those to answer, without a day to answer by', async () => {
    const { broker, offer } = await oneKept()
    const html = await broker.text(paths.team.opportunity(offer.id))
    expect(html).toContain('Interests: 1 to answer, 1 kept for later')
    const rows = rowsOf(html, 'Interests: 1')
    expect(rows[1]).toMatch(/^Alex .* 30 November 2026$/)
    expect(rows[2]).toMatch(/^Robin .* Kept$/)
  })

  it('is not among the interests to answer in the list of opportunities', async () => {
    const { broker } = await oneKept()
    const [head, row] = rowsOf(await broker.text(paths.team.opportunities))
    expect(head).toBe('Title Organisation Closes To answer Held Filled Places')
    expect(row).toMatch(/ 1 0 0 2$/)
  })

  it('shows what they were told, and no day to answer by', async () => {
    const { broker, kept, open } = await oneKept()
    const html = await broker.text(paths.team.interest(kept))
    expect(html).toContain('Spring is a better time')
    expect(html).not.toContain('Answer by')
    expect(await broker.text(paths.team.interest(open))).toContain('Answer by')
  })

  it('is found again from the page of what waits, until something comes of it', async () => {
    const { broker, kept } = await oneKept()
    expect(await broker.text(paths.team.home)).toContain('1 interest kept for later')
    const rows = rowsOf(await broker.text(paths.team.keptInterests))
    expect(rows).toHaveLength(2)
    expect(rows[1]).toMatch(/^Robin Tree week .* 2 free places$/)
    await broker.post(`/team/interests/${kept}/answer`, { answer: 'refuse', code: 'full', words: '' })
    expect(await broker.text(paths.team.home)).not.toContain('kept for later')
    expect(await broker.text(paths.team.keptInterests)).toContain('No interest is kept for later')
    expect(await broker.text(paths.team.interest(kept))).toContain('Answered')
  })

  it('is not there for a broker whom they do not want told, nor for anybody outside the team', async () => {
    const { broker, champion, robin } = await oneKept()
    await robin.post('/my/private', { kind: 'person', person: 'Bea Sole', sure: 'yes' })
    expect(await broker.text(paths.team.home)).not.toContain('kept for later')
    expect(await broker.text(paths.team.keptInterests)).not.toContain('Robin')
    expect((await champion.get(paths.team.keptInterests)).status).toBe(403)
  })
})
