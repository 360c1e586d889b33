import { expect } from 'vitest'
import { randomId } from '../../src/auth/secrets'
import { paths } from '../../src/paths'
import type { Browser } from '../support/browser'
import { givenOrganisation, givenSignedIn } from '../support/givens'
import { TEST_ORIGIN, type World } from '../support/world'

/** Chooses a file as a page of the service would send it. */
export async function choose(
  browser: Pick<Browser, 'send'>,
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
) {
  const body = new FormData()
  body.set('key', randomId())
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set('file', new File([content], 'offers.csv', { type: 'text/csv' }))
  return browser.send(path, { method: 'POST', body, headers: { origin: TEST_ORIGIN } })
}

/** What a page says, without its markup. */
export const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')

const WEEKS = ['title,kind,places,first day,what people get', ...weeks(12)].join('\r\n')

function weeks(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2027, 0, 11 + 7 * index))
    return `Work experience week,Work experience,2,${date.getUTCDate()}/${date.getUTCMonth() + 1}/2027,Lunch and £5`
  })
}

const PAGE = `<!doctype html><script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Apprentice gardener',
  description: '<p>Grow things.</p><ul><li>Plant</li></ul>',
  validThrough: '2027-01-20T23:59:00Z',
})}</script>`

/** A champion with twelve weeks in a spreadsheet of the old kind, then a broker with a page for that champion. */
export async function walkBringingIn(world: World) {
  const organisation = await givenOrganisation(world, { name: `Parks ${randomId()}` })
  const champion = await givenSignedIn(world, 'champion', { organisationId: organisation.id })
  const broker = await givenSignedIn(world, 'broker')
  const drafts = () =>
    world.db.query
      .selectFrom('opportunity')
      .innerJoin('opportunity_revision as revision', 'revision.opportunity_id', 'opportunity.id')
      .where('organisation_id', '=', organisation.id)
      .select(['opportunity.id', 'opportunity.state', 'opportunity.owner_id', 'revision.content'])
      .execute()

  const bytes = Uint8Array.from(WEEKS, (sign) => sign.charCodeAt(0))
  const preview = await choose(champion, paths.champion.import, bytes)
  expect(preview.status).toBe(200)
  expect(wordsOf(await preview.text())).toContain('12 opportunities to draft')
  expect(await drafts()).toEqual([])

  const fields = { text: WEEKS, rows: Array.from({ length: 12 }, (_, index) => String(index + 2)) }
  const key = randomId()
  const done = await champion.post(paths.champion.importConfirm, fields, key)
  expect([done.status, done.headers.get('location')]).toEqual([303, `${paths.champion.importDone}?drafts=12`])
  // The same form again is the same answer.
  expect((await champion.post(paths.champion.importConfirm, fields, key)).status).toBe(303)
  const made = await drafts()
  expect(made).toHaveLength(12)
  expect(made.every(({ state, owner_id }) => state === 'draft' && owner_id === champion.id)).toBe(true)
  expect(made[0]?.content).toContain('Lunch and £5')

  const chosen = { accountId: champion.id }
  expect((await choose(broker, paths.team.import, PAGE, chosen)).status).toBe(200)
  const fromPage = await broker.post(paths.team.importConfirm, { ...chosen, text: PAGE, rows: ['1'] })
  expect(fromPage.status).toBe(303)
  const gardener = (await drafts()).find(({ content }) => content.includes('Apprentice gardener'))
  expect(gardener).toMatchObject({ state: 'draft', owner_id: champion.id })
  expect(JSON.parse(gardener?.content ?? '{}')).toEqual({
    kind: 'apprenticeship',
    title: 'Apprentice gardener',
    description: 'Grow things.\n• Plant',
    closesOn: '2027-01-20',
  })
  await world.drain()
  const mail = (await world.sentMail()).filter(({ to }) => to === champion.email)
  expect(mail.map(({ subject }) => subject)).toContain('You have an update')
}
