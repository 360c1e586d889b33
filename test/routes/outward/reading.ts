import type { OpportunityContent } from '../../../src/domain/opportunity'
import { createBrowser } from '../../support/browser'
import { testDatabase } from '../../support/database'
import { givenAccount, givenOrganisation, givenPublished } from '../../support/givens'
import { createWorld } from '../../support/world'

/** A world with an organisation that posts, and a visitor who asks. */
export async function aPoster() {
  const world = createWorld(testDatabase())
  const organisation = await givenOrganisation(world, { name: 'Highways' })
  const owner = await givenAccount(world, 'champion', {
    organisationId: organisation.id,
    name: 'Daniel Frith',
  })
  const visitor = createBrowser(world)
  return {
    world,
    organisation,
    owner,
    visitor,
    publish: (values: Partial<OpportunityContent> = {}) =>
      givenPublished(
        world,
        { id: owner.id, organisationId: organisation.id },
        { visibility: 'public', ...values },
      ),
    read: async <Body>(path: string) => (await (await visitor.get(path)).json()) as Body,
  }
}
