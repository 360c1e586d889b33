import { expect } from 'vitest'
import { findAsk, listAsks, listOwnAsks } from '../../db/queries/champion-asks'
import { findOpportunityWork } from '../../db/queries/opportunities'
import { randomId } from '../../src/auth/secrets'
import type { ChampionAskId } from '../../src/domain/ids'
import { paths } from '../../src/paths'
import { STEPS } from '../routes/champion/steps'
import { everythingStored } from '../support/everything-stored'
import { givenOrganisation, givenPublished, givenSignedIn } from '../support/givens'
import { DAY, type World } from '../support/world'

/** A department that has posted training before and another that has not, each with somebody who can sign in. */
async function aCounty(world: World) {
  const [tag] = randomId().match(/^.{8}/) ?? []
  const [parks, libraries] = [
    await givenOrganisation(world, { name: `Parks ${tag}` }),
    await givenOrganisation(world, { name: `Archives ${tag}` }),
  ]
  const champion = await givenSignedIn(world, 'champion', { organisationId: parks.id })
  const colleague = await givenSignedIn(world, 'champion', { organisationId: parks.id })
  const stranger = await givenSignedIn(world, 'champion', { organisationId: libraries.id })
  const broker = await givenSignedIn(world, 'broker', { name: 'Grace Lane' })
  await givenPublished(world, { id: champion.id, organisationId: parks.id }, { kind: 'training' })
  return { parks, libraries, champion, colleague, stranger, broker }
}

const NEW = '/team/asks/new?what=training&district=E07000113'

type County = Awaited<ReturnType<typeof aCounty>>

/** The form of the last page, with words of one's own for each. */
const formFor = (of: readonly { id: string }[], words = 'Could you post one?', what = 'training') => ({
  what,
  district: 'E07000113',
  organisations: of.map(({ id }) => id),
  ...Object.fromEntries(of.map(({ id }) => [`words-${id}`, words])),
})

const theAskOf = async (world: World, { id }: County['parks']) => {
  const [ask] = await listOwnAsks(world.db, id)
  if (!ask) throw new Error('Nothing is asked')
  return ask
}

/** A broker asks in words of their own, a champion posts it, and what was asked is settled when it is published. */
export async function askAndPost(world: World) {
  const county = await aCounty(world)
  const { parks, libraries, champion, colleague, stranger, broker } = county

  const whom = await broker.text(NEW)
  expect(whom).toContain('Training in Swale')
  expect(whom.indexOf(parks.name)).toBeLessThan(whom.indexOf(libraries.name))
  expect(whom).toContain('. Has posted this before')

  const drafted = await broker.text(`${NEW}&chosen=organisations&organisations=${parks.id}`)
  expect(drafted).toContain('You have posted this before, thank you. We would like more training in Swale.')
  expect(drafted).toContain('asks for no qualifications')

  const kept = await broker.post(paths.team.asks, formFor([parks], 'Ring me on 01632 960 118 please'))
  expect(kept.status).toBe(422)
  const again = await kept.text()
  expect(again).toContain('Take out the phone number.')
  expect(again).toContain('Ring me on 01632 960 118 please')

  const words = `We would like more training in Swale. ${randomId()}`
  expect((await broker.post(paths.team.asks, formFor([parks], words))).status).toBe(303)
  await world.drain()
  const told = (await world.sentMail()).filter(({ to }) => to === colleague.email)
  expect(told.map(({ subject }) => subject)).toContain('You have an update')
  expect(JSON.stringify(told)).not.toMatch(/training|Swale/i)

  const ask = await theAskOf(world, parks)
  for (const reader of [champion, colleague]) {
    const home = await reader.text(paths.champion.home)
    expect(home).toContain(words)
    expect(home).toContain('Asked by the 18+ team today')
    expect(home).not.toContain('Grace Lane')
  }
  expect(await stranger.text(paths.champion.home)).not.toContain(words)
  expect((await stranger.get(paths.champion.ask(ask.id))).status).toBe(404)
  expect((await stranger.post(paths.champion.ask(ask.id), { code: 'later' })).status).toBe(404)

  const start = `${paths.champion.newOpportunity}?ask=${ask.id}`
  expect(await champion.text(start)).toContain('The 18+ team asked for this')
  expect(await stranger.text(start)).not.toContain('The 18+ team asked for this')
  const started = await champion.post(paths.champion.newOpportunity, { pledge: 'none', ask: ask.id })
  const id = (started.headers.get('location') ?? '').split('/').at(-1) as never
  expect((await findOpportunityWork(world.db, id))?.revision?.draft).toEqual({ kind: 'training' })
  for (const [section, fields] of Object.entries(STEPS))
    await champion.post(paths.champion.section(id, section), {
      ...fields,
      ...(section === 'basics' ? { kind: 'training' } : {}),
      ...(section === 'where' ? { isRemote: 'yes', placeOfWork: '', place: '' } : {}),
    })
  expect((await champion.post(paths.champion.submit(id))).status).toBe(303)
  expect((await findAsk(world.db, ask.id))?.state).toBe('open')
  expect((await broker.post(paths.team.publish(id))).status).toBe(303)

  expect(await findAsk(world.db, ask.id)).toMatchObject({ state: 'posted', opportunityId: id, version: 2 })
  expect(await champion.text(paths.champion.home)).not.toContain(words)
  expect(await broker.text(paths.team.ask(ask.id))).toContain('A week with the tree team')
  expect(await broker.text(paths.team.history('ask', ask.id))).toContain('Something was published for it')
}

/** An organisation says that it cannot, the team reads why, and is kept from asking again for a fortnight. */
export async function askAndHearNo(world: World) {
  const county = await aCounty(world)
  const { parks, libraries, champion, broker } = county
  expect((await broker.post(paths.team.asks, formFor([parks]))).status).toBe(303)
  const ask = await theAskOf(world, parks)

  expect((await champion.post(paths.champion.ask(ask.id), { words: 'Sorry' })).status).toBe(422)
  const words = `After Easter ${randomId()}`
  expect((await champion.post(paths.champion.ask(ask.id), { code: 'later', words })).status).toBe(303)
  expect(await champion.text(paths.champion.home)).not.toContain('The 18+ team asks you')
  expect((await champion.post(paths.champion.ask(ask.id), { code: 'later' })).status).toBe(409)
  expect(await broker.text(paths.team.ask(ask.id))).toContain(words)
  expect((await broker.post(paths.team.takeBackAsk(ask.id))).status).toBe(409)
  expect(await broker.text(NEW)).toContain('and can be asked again from')

  // Of several nobody is asked when one of them may not be.
  const refused = await broker.post(paths.team.asks, formFor([libraries, parks]))
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('asked for the same less than 14 days ago')
  expect(await listOwnAsks(world.db, libraries.id)).toEqual([])
  // Something else may be asked.
  expect((await broker.post(paths.team.asks, formFor([parks], 'Another', 'advice'))).status).toBe(303)

  // It was asked at ten; on the fourteenth day it may be asked from the morning on.
  world.setTime('2026-12-06T23:59:59.999Z')
  await broker.signIn(broker.email)
  expect((await broker.post(paths.team.asks, formFor([parks]))).status).toBe(409)
  world.wait(1)
  await broker.signIn(broker.email)
  expect((await broker.post(paths.team.asks, formFor([parks]))).status).toBe(303)
  // While it stands it is not asked again, however long ago it was.
  world.wait(20 * DAY)
  await broker.signIn(broker.email)
  expect((await broker.post(paths.team.asks, formFor([parks]))).status).toBe(409)
  expect(await broker.text(NEW)).toContain('and it still stands')
}

/** Two who ask or answer at once: one is kept, and the other hears of it. */
export async function askAtOnce(world: World) {
  const county = await aCounty(world)
  const { parks, champion, broker } = county
  const other = await givenSignedIn(world, 'broker')
  const answers = await Promise.all([broker, other].map((one) => one.post(paths.team.asks, formFor([parks]))))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  expect(await listOwnAsks(world.db, parks.id)).toHaveLength(1)

  const ask = await theAskOf(world, parks)
  const endings = await Promise.all([
    champion.post(paths.champion.ask(ask.id), { code: 'no-time', words: '' }),
    broker.post(paths.team.takeBackAsk(ask.id)),
  ])
  expect(endings.map(({ status }) => status).sort()).toEqual([303, 409])
  const after = await findAsk(world.db, ask.id)
  expect(after?.version).toBe(2)
  expect(['cannot', 'withdrawn']).toContain(after?.state)
}

/** Without an answer it ends by itself after eight weeks, and two years later nothing is left of it. */
export async function letAskLapse(world: World) {
  const { parks, broker } = await aCounty(world)
  const words = `Could you post one? ${randomId()}`
  await broker.post(paths.team.asks, formFor([parks], words))
  const ask = await theAskOf(world, parks)
  const stateOf = async (id: ChampionAskId) => (await findAsk(world.db, id))?.state

  world.wait(55 * DAY)
  await world.runDue()
  expect(await stateOf(ask.id)).toBe('open')
  world.wait(DAY)
  await world.runDue()
  expect(await stateOf(ask.id)).toBe('lapsed')
  expect((await listAsks(world.db, 'ended')).map(({ id }) => id)).toContain(ask.id)
  expect(await listOwnAsks(world.db, parks.id)).toEqual([])

  world.wait(729 * DAY)
  await world.runDue()
  expect(await stateOf(ask.id)).toBe('lapsed')
  world.wait(2 * DAY)
  await world.runDue()
  expect(await stateOf(ask.id)).toBeUndefined()
  expect(await everythingStored(world.db)).not.toContain(words)
}
