import { describe, expect, it } from 'vitest'
import type { Account } from '../../src/domain/account'
import { paths } from '../../src/paths'
import { createBrowser } from '../support/browser'
import { testDatabase } from '../support/database'
import { givenAccount, givenCareLeaver, givenSignedIn, givenYoungPerson } from '../support/givens'
import { givenMentor } from '../support/mentors'
import { createWorld, type World } from '../support/world'

const demoWorld = () =>
  createWorld(
    testDatabase(),
    undefined,
    {},
    {
      demo: { sentMail: { list: () => Promise.resolve([]) }, drain: () => Promise.resolve() },
    },
  )

/** What the demonstration says waits for somebody. */
async function saidToWait(world: World, { email, name, role }: Pick<Account, 'email' | 'name' | 'role'>) {
  const value = JSON.stringify([{ email, name, role, line: 'One of them' }])
  await world.db.commit([
    world.db.query.insertInto('setting').values({ name: 'demo-people', value, version: 1 }),
  ])
  const html = await createBrowser(world).text(paths.demo)
  const [, words] = /<h2 class="govuk-heading-s">[^<]*: ([^<:]*)<\/h2>/.exec(html) ?? []
  return words
}

describe('the demonstration', () => {
  it('says of a broker the number that their page has, with the line for those whom nothing fits', async () => {
    const world = demoWorld()
    const broker = await givenSignedIn(world, 'broker')
    await givenCareLeaver(world, { name: 'Robin' })
    await givenCareLeaver(world, { name: 'Alex' })
    const html = await broker.text(paths.team.home)
    expect(html).toContain('2 people to look at')
    const [, withUs] = /wm-numbers__number">(\d+)</.exec(html) ?? []
    expect(withUs).toBe('1')
    expect(await saidToWait(world, broker)).toBe('1 thing waiting')
  })

  it('says of a coordinator every line of their page: requests, steps and checks to renew', async () => {
    const world = demoWorld()
    const coordinator = await givenAccount(world, 'coordinator')
    await givenMentor(world, { firstName: 'Otto', steps: 0 })
    await givenMentor(world, { firstName: 'Ines' })
    const young = await givenYoungPerson(world)
    await young.post('/my/talk', { kind: 'mentor', languages: [], help: [] })
    world.setTime('2029-05-01T09:00:00.000Z')
    const browser = createBrowser(world)
    await browser.signIn(coordinator.email)
    const lines = (await browser.text(paths.mentoring.home)).match(/<li class="wm-queue__item/g)
    expect(lines).toHaveLength(3)
    expect(await saidToWait(world, coordinator)).toBe('3 things waiting')
  })
})
