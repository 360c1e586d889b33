import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../support/database'
import { givenAccount, givenOrganisation, givenSignedIn } from '../../support/givens'
import { createWorld } from '../../support/world'

async function aList() {
  const world = createWorld(testDatabase())
  const { id: organisationId } = await givenOrganisation(world)
  await givenAccount(world, 'champion', { organisationId, name: 'Cora Hill' })
  await givenAccount(world, 'adviser', { name: 'Ada Frost' })
  await givenAccount(world, 'adviser', { name: 'أحمد' })
  const manager = await givenSignedIn(world, 'manager', { name: 'Maya Stone' })
  const named = async (query: string) => {
    const page = await manager.text(`/manage/accounts?${query}`)
    return ['Cora Hill', 'Ada Frost', 'أحمد', 'Maya Stone'].filter((name) =>
      page.includes(`<bdi>${name}</bdi></a></td>`),
    )
  }
  return { world, organisationId, manager, named }
}

describe('the list of accounts', () => {
  it('is narrowed by role, organisation, state and first letter, none of which names anybody', async () => {
    const { named, organisationId } = await aList()
    expect(await named('')).toHaveLength(4)
    expect(await named('role=adviser')).toEqual(['Ada Frost', 'أحمد'])
    expect(await named(`organisation=${organisationId}`)).toEqual(['Cora Hill'])
    expect(await named('state=active&letter=M')).toEqual(['Maya Stone'])
    expect(await named('letter=other')).toEqual(['أحمد'])
    expect(await named('role=care-leaver&letter=%25&state=x')).toHaveLength(4)
  })

  it('says so when nobody is like that, and goes on page by page', async () => {
    const { world, manager, organisationId } = await aList()
    expect(await manager.text('/manage/accounts?letter=Q')).toContain('No account is like that')
    for (let count = 0; count < 50; count += 1)
      await givenAccount(world, 'champion', { organisationId, name: `Zed ${count}` })
    const page = await manager.text('/manage/accounts?letter=Z')
    expect(page).toContain('50 accounts')
    expect(page).not.toContain('page=2')
    expect(await manager.text('/manage/accounts?page=2')).toContain('Maya Stone</bdi></a></td>')
  })
})
