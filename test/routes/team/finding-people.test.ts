import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import {
  givenAccount,
  givenCareLeaver,
  givenOrganisation,
  givenPublished,
  givenSignedIn,
} from '../../support/givens'
import { createWorld } from '../../support/world'

describe('looking for somebody by name', () => {
  it('finds a name with accents, whether they are typed or not', async () => {
    const world = createWorld(testDatabase())
    const broker = await givenSignedIn(world, 'broker')
    const { id } = await givenCareLeaver(world, { name: 'Ömer', considers: false })
    for (const typed of ['Ömer', 'ömer', 'omer', 'OME'])
      expect(await broker.text(`/team/people?who=${encodeURIComponent(typed)}`)).toContain(
        `/team/people/${id}`,
      )
  })

  it('lists nobody for less than three letters, whatever marks stand beside them', async () => {
    const world = createWorld(testDatabase())
    const broker = await givenSignedIn(world, 'broker')
    const { id } = await givenCareLeaver(world, { name: 'Robin', considers: false })
    for (const typed of ['ro', '---', '- r o'.slice(0, 3), '···'])
      expect(await broker.text(`/team/people?who=${encodeURIComponent(typed)}`)).not.toContain(
        `/team/people/${id}`,
      )
    expect(await broker.text('/team/people?who=ro')).toContain('Type at least 3 letters of the name.')
  })

  it('leads from a narrowed shortlist to a person and back to the same list, with no name in the address', async () => {
    const world = createWorld(testDatabase())
    const broker = await givenSignedIn(world, 'broker')
    const { id: organisationId } = await givenOrganisation(world)
    const owner = { id: (await givenAccount(world, 'champion', { organisationId })).id, organisationId }
    const offer = await givenPublished(world, owner)
    const { id } = await givenCareLeaver(world, { name: 'Robin' })
    const list = `/team/opportunities/${offer.id}/shortlist`
    const html = await broker.text(`${list}?district=E07000110&weeks=4&who=rob`)
    const pair = `/team/opportunities/${offer.id}/people/${id}?district=E07000110&amp;weeks=4`
    expect(html).toContain(`href="${pair}"`)
    expect(html).not.toContain('who=rob')
    expect(html).toContain('<input type="hidden" name="district" value="E07000110"/>')
    expect(await broker.text(pair.replaceAll('&amp;', '&'))).toContain(
      `href="${list}?district=E07000110&amp;weeks=4"`,
    )
  })
})
