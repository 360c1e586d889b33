import { describe, expect, it } from 'vitest'
import { saveProfileAnswer } from '../../../db/statements/care-leavers'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenIntroduction,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
  givenYoungPerson,
} from '../../support/givens'
import { createWorld, DAY } from '../../support/world'

async function anAdviser() {
  const world = createWorld(testDatabase())
  const adviser = await givenSignedIn(world, 'adviser')
  const person = await givenCareLeaver(world, { name: 'Robin', adviserId: adviser.id })
  return { world, adviser, person, page: `/adviser/people/${person.id}` }
}

/** What a page says, without its tags. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('the private list, kept by an adviser', () => {
  it('says whose it is and speaks of them, when it is shown and when it asks again', async () => {
    const { adviser, page } = await anAdviser()
    const again = await adviser.post(`${page}/private`, { kind: 'person', person: '' })
    expect(again.status).toBe(422)
    for (const html of [await adviser.text(`${page}/private`), await again.text()]) {
      const text = textOf(html)
      expect(text).toContain('People and places Robin does not want told')
      expect(text).toContain('You write this down for Robin .')
      expect(text).toContain('as if they were not here')
      expect(text).not.toMatch(/I do not want told|as if you/)
      expect(html).toMatch(new RegExp(`href="${page}"[^>]*>\u2068Robin\u2069<`))
      expect(/<title>[^<]*/.exec(html)?.[0]).not.toContain('Robin')
    }
  })

  it('says whose sharing an entry stops', async () => {
    const { world, adviser } = await anAdviser()
    const { id: organisationId } = await givenOrganisation(world)
    const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
    const offer = await givenPublished(world, owner)
    const { careLeaver } = await givenIntroduction(world, offer.id, 'Kim')
    await world.db.commit([
      world.db.query
        .updateTable('care_leaver')
        .set({ adviser_id: adviser.id })
        .where('id', '=', careLeaver.id),
    ])
    const answer = await adviser.post(`/adviser/people/${careLeaver.id}/private`, {
      kind: 'organisation',
      organisationId,
    })
    expect(textOf(await answer.text())).toContain('This stops what Kim shares now')
  })

  it('speaks to the person on their own', async () => {
    const { world } = await anAdviser()
    const young = await givenYoungPerson(world)
    const text = textOf(await young.text('/my/private'))
    expect(text).toContain('People and places I do not want told')
    expect(text).toContain('as if you were not here')
    expect(text).not.toContain('You write this down')
  })
})

describe('what an adviser records of somebody', () => {
  it.each([
    ['right-to-work', 'Right to work'],
    ['qualification', 'Highest qualification'],
    ['dbs', 'Background check'],
    ['availability', 'When they are available'],
  ])('names them over %s', async (fact, title) => {
    const { adviser, page } = await anAdviser()
    expect(textOf(await adviser.text(`${page}/facts/${fact}`))).toContain(` Robin ${title} `)
  })

  it('speaks of them where it tells what they said', async () => {
    const { world, adviser, person, page } = await anAdviser()
    const saved = {
      careLeaverId: person.id,
      question: 'travel',
      answer: { distanceKmMax: 16, cellEast: 615, cellNorth: 157 },
      answeredAt: world.now().toISOString(),
      answeredBy: adviser.id,
      theirWords: '',
    } as const
    await world.db.commit([saveProfileAnswer(world.db, saved)])
    const text = textOf(await adviser.text(page))
    expect(text).toContain('About 10 miles, from a rough area they gave us')
  })
})

describe('a link that was sent to somebody', () => {
  it('is said to have stopped working once its day has passed, there and on the caseload', async () => {
    const { world, adviser, page } = await anAdviser()
    await adviser.post(`${page}/invite`, { email: 'robin@mail.example' })
    expect(textOf(await adviser.text(page))).toContain('robin@mail.example and works until')
    expect(textOf(await adviser.text('/adviser'))).toContain('Invited')
    world.wait(2 * DAY + 1)
    await adviser.signIn(adviser.email)
    const text = textOf(await adviser.text(page))
    expect(text).toContain(
      'The link ran out The link was sent to robin@mail.example and stopped working on 25 November 2026',
    )
    expect(text).not.toContain('works until')
    expect(textOf(await adviser.text('/adviser'))).toContain('Link ran out')
  })
})
