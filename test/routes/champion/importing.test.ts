import { describe, expect, it } from 'vitest'
import type { AccountId, OpportunityId } from '../../../src/domain/ids'
import { OPPORTUNITY_SECTIONS } from '../../../src/domain/opportunity'
import { paths } from '../../../src/paths'
import { SECTION_FORMS } from '../../../src/routes/champion/sections/forms'
import { choose, wordsOf } from '../../journeys/bringing-in.journey'
import { testDatabase } from '../../support/database'
import { givenPublished } from '../../support/givens'
import { createWorld } from '../../support/world'
import { givenChampion, givenPlaces, startDraft, workOf } from './steps'

async function aPoster() {
  const world = createWorld(testDatabase())
  await givenPlaces(world)
  const champion = await givenChampion(world)
  const preview = async (content: string | Uint8Array<ArrayBuffer>) => {
    const answer = await choose(champion, paths.champion.import, content)
    const html = await answer.text()
    return { status: answer.status, html, text: wordsOf(html) }
  }
  const confirm = (text: string, ...rows: string[]) =>
    champion.post(paths.champion.importConfirm, { text, rows })
  const all = () => world.db.query.selectFrom('opportunity').selectAll().execute()
  const ids = async () => (await all()).map(({ id }) => id)
  return { world, champion, preview, confirm, all, ids }
}

const csv = (...rows: string[]) => ['title,kind,places,first day,closing date', ...rows].join('\r\n')
const KITCHEN = 'A week in the kitchen,work-experience,2,11/1/2027,'
const GARDEN = 'A week in the garden,work-experience,2,18/1/2027,'
const WRONG = 'A week,work-experience,many,18/1/2027,32/13/2026'

/** The values of the ticked boxes. */
const ticked = (html: string) =>
  [...html.matchAll(/<input[^>]*name="rows"[^>]*>/g)]
    .filter(([box]) => /\schecked/.test(box))
    .map(([box]) => /value="(\d+)"/.exec(box)?.[1])

describe('the template', () => {
  it('becomes a draft to which nothing is missing, and every step’s form takes it as it is', async () => {
    const { world, champion, confirm, ids } = await aPoster()
    const template = await champion.get(paths.champion.importTemplate)
    expect(template.headers.get('content-type')).toContain('text/csv')
    const text = await template.text()
    expect((await confirm(text, '2')).status).toBe(303)
    const [id] = (await ids()) as [OpportunityId]
    const draft = (await workOf(world, id)).revision?.draft ?? {}
    expect(draft).toMatchObject({ district: 'E07000110', town: 'Maidstone', cellEast: 575, isRemote: false })
    for (const section of OPPORTUNITY_SECTIONS) {
      const fields = SECTION_FORMS[section].toValues(draft)
      expect([section, (await champion.post(paths.champion.section(id, section), fields)).status]).toEqual([
        section,
        303,
      ])
    }
    expect((await workOf(world, id)).revision?.draft).toEqual({
      ...draft,
      alsoCalled: '',
      startsOn: null,
      endsOn: null,
      closesOn: null,
    })
    expect((await champion.post(paths.champion.submit(id))).status).toBe(303)
  })
})

describe('a file of opportunities', () => {
  it('is shown before anything happens', async () => {
    const { preview, all } = await aPoster()
    const { status, text, html } = await preview(csv(KITCHEN, GARDEN))
    expect(status).toBe(200)
    expect(text).toContain('2 opportunities to draft')
    expect(text).toContain('Row 2: Work experience; 2 places; first day 11 January 2027; no closing date')
    expect(text).toContain('To do before it can be sent: What it is;')
    expect(ticked(html)).toEqual(['2', '3'])
    expect(await all()).toEqual([])
  })

  it('has its faults by row and column, and the other rows can go on', async () => {
    const { preview, confirm, all } = await aPoster()
    const text = csv(KITCHEN, WRONG)
    const shown = await preview(text)
    expect(shown.status).toBe(422)
    expect(shown.html).toContain('<title>Error: ')
    expect(shown.html).toContain('href="#row-3"')
    expect(shown.html).toContain('id="row-3"')
    expect(shown.text).toContain('Row 3, “closing date”: “32/13/2026” is not a date')
    expect(shown.text).toContain('Row 3, “places”: “many” is not a whole number')
    expect(ticked(shown.html)).toEqual(['2'])
    // A row with faults is not drafted, whatever is ticked.
    expect((await confirm(text, '2', '3')).headers.get('location')).toContain('drafts=1')
    expect(await all()).toHaveLength(1)
  })

  it('becomes drafts of the champion, each with a history', async () => {
    const { world, champion, confirm, all } = await aPoster()
    expect((await confirm(csv(KITCHEN, GARDEN), '2', '3')).status).toBe(303)
    const made = await all()
    expect(made.map(({ state, version, owner_id }) => [state, version, owner_id])).toEqual([
      ['draft', 1, champion.id],
      ['draft', 1, champion.id],
    ])
    expect(await champion.text(`${paths.champion.importDone}?drafts=2`)).toContain('2 drafts saved')
    expect(await champion.text(`${paths.champion.importDone}?drafts=<b>`)).toContain('The drafts are saved')
    const list = await champion.text(paths.champion.opportunities)
    expect(list).toContain('A week in the kitchen')
    const history = await champion.text(paths.champion.history(made[0]?.id ?? ''))
    expect(history).toContain('Written or changed')
    await world.drain()
    expect((await world.sentMail()).filter(({ subject }) => subject === 'You have an update')).toEqual([])
  })

  it('leaves unticked what is there already, in whatever state, and what stands in it twice', async () => {
    const { world, champion, preview, confirm } = await aPoster()
    await confirm(csv(KITCHEN), '2')
    await givenPublished(world, champion, { title: 'A week in the garden', startsOn: '2027-01-18' })
    const archive = GARDEN.replace('garden', 'archive')
    const again = csv(KITCHEN.toUpperCase(), GARDEN, archive, archive, KITCHEN.replace('11/1', '12/1'))
    const { text, html } = await preview(again)
    expect(ticked(html)).toEqual(['4', '6'])
    expect(text).toContain('It looks like one you already have: A week in the kitchen (draft)')
    expect(text).toContain('It looks like one you already have: A week in the garden (live)')
    expect(text).toContain('It has the same title and first day as row 4')
    // Whoever ticks it means it.
    expect((await confirm(again, '2')).status).toBe(303)
  })

  it('knows nothing of another organisation, and forgets drafts that were thrown away', async () => {
    const { world, champion, preview, confirm, ids } = await aPoster()
    const other = await givenChampion(world, 'Libraries')
    await other.post(paths.champion.importConfirm, { text: csv(KITCHEN), rows: ['2'] })
    expect(ticked((await preview(csv(KITCHEN))).html)).toEqual(['2'])
    await confirm(csv(GARDEN), '2')
    for (const id of await ids()) await champion.post(paths.champion.drop(id))
    expect(ticked((await preview(csv(GARDEN))).html)).toEqual(['2'])
  })

  it('compares with what is being written, not with what stood there before', async () => {
    const { champion, preview } = await aPoster()
    const id = await startDraft(champion)
    const basics = { kind: 'job', title: 'Cook', summary: 'x', outcomes: ['health'], heading: 'employment' }
    await champion.post(paths.champion.section(id, 'basics'), basics)
    expect(ticked((await preview('title,kind\ncook,job\nbaker,job')).html)).toEqual(['3'])
  })

  it('asks again when nothing is ticked, and keeps the file', async () => {
    const { confirm, all } = await aPoster()
    const answer = await confirm(csv(KITCHEN, GARDEN))
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Tick at least one opportunity')
    expect(html).toContain('name="text" value="title,kind')
    expect(ticked(html)).toEqual([])
    expect(await all()).toEqual([])
  })

  it('finds places by town and postcode, once each, and keeps no postcode', async () => {
    const { world, confirm, preview, ids } = await aPoster()
    const head = 'title;kind;place;town or postcode'
    const text = [head, 'A;job;Forstal Road;me14 1xx', 'B;job;The pier;DOVER', 'C;job;Eiffel;Paris'].join(
      '\n',
    )
    expect((await preview(text)).text).toContain('Row 4, “town or postcode”: “Paris” is not a town')
    await confirm(text, '2', '3')
    const drafts = await Promise.all((await ids()).map((id) => workOf(world, id)))
    const places = drafts
      .map(({ revision }) => revision?.draft)
      .sort((a, b) => (a?.title ?? '').localeCompare(b?.title ?? ''))
    expect(places).toMatchObject([
      { district: 'E07000110', cellEast: 576, town: 'Maidstone', placeOfWork: 'Forstal Road' },
      { district: 'E07000108', cellEast: 631, town: 'Dover', placeOfWork: 'The pier' },
    ])
    expect(JSON.stringify(places).toLowerCase()).not.toContain('me14 1xx')
  })

  it('may have a mark at its start, semicolons or tabs, and lines within quotation marks', async () => {
    const { preview } = await aPoster()
    const text = '\uFEFF"title";kind;description\r\n"A ""big"" day";job;"One\r\ntwo; three"\r\n'
    expect((await preview(text)).text).toContain('A "big" day')
    expect((await preview('title\tkind\nA day\tjob')).status).toBe(200)
    expect((await preview('title,kind\n"A day,job\nB day,job')).text).toContain(
      'quotation mark that is not closed',
    )
  })

  it('as long as it may be goes through the preview’s own form, with line ends as browsers send them', async () => {
    const { champion, preview, all } = await aPoster()
    const long = (count: number) => 'One more line\n'.repeat(count)
    const rows = Array.from({ length: 50 }, (_, at) => `Day ${at},event,"${long(200)}","${long(140)}"`)
    const text = ['title,kind,description,what people will do', ...rows].join('\n')
    expect(text.length).toBeGreaterThan(230 * 1024)
    expect((await preview(text)).status).toBe(200)
    const body = new FormData()
    body.set('key', 'a'.repeat(32))
    body.set('text', text.replaceAll('\n', '\r\n'))
    for (let row = 2; row <= 51; row += 1) body.append('rows', String(row))
    const headers = { origin: 'http://localhost:3000' }
    const answer = await champion.send(paths.champion.importConfirm, { method: 'POST', body, headers })
    expect([answer.status, (await all()).length]).toEqual([303, 50])
  })

  it('of fifty is one commit', async () => {
    const { confirm, all } = await aPoster()
    const rows = Array.from({ length: 50 }, (_, index) => `Day ${index},insight-day,1,,`)
    expect((await confirm(csv(...rows), ...rows.map((_, index) => String(index + 2)))).status).toBe(303)
    expect(await all()).toHaveLength(50)
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['nothing', '', 'Choose a file'],
    ['blank lines', ' \r\n\r\n', 'The file is empty'],
    ['a header alone', 'title,kind', 'no opportunities under it'],
    ['another header', 'titel,kind\na,job', 'lacks the column “title”'],
    ['a workbook', 'PK\u0003\u0004\u0000\u0000', 'This is a workbook'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'not a text file'],
    ['too many rows', csv(...Array.from({ length: 5000 }, () => 'a,job,1,,')), '50 opportunities at most'],
    ['more than fits', csv('x'.repeat(450 * 1024)), 'smaller than 400 KB'],
    ['broken JSON', '{"@type": "JobPosting",\n}', 'line 2, at character 1'],
    ['JSON without a posting', '{"@type": "Event"}', 'no JobPosting'],
    ['a page without a posting', '<!doctype html><p>Hello', 'ld+json'],
  ])('because of %s says why', async (_name, content, because) => {
    const { preview, all } = await aPoster()
    const { status, text, html } = await preview(content)
    expect(status).toBe(422)
    expect(text).toContain(because)
    expect(html).toContain('href="#file"')
    expect(await all()).toEqual([])
  })

  it('because of ten megabytes is not even read', async () => {
    const { champion } = await aPoster()
    const answer = await choose(champion, paths.champion.import, new Uint8Array(10 * 1024 * 1024))
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('The file is too big')
  })
})

describe('a posting from a website', () => {
  const posting = {
    '@type': 'JobPosting',
    title: '<b>Gardener</b><script>alert(1)</script>',
    description: '<p onclick="alert(1)">Grow</p><img src=x onerror=alert(1)><ul><li>Plant<li>Water',
    jobLocation: { address: { addressLocality: 'Dover', postalCode: 'ZZ1 1ZZ' } },
    hiringOrganization: { name: 'Somebody Else Ltd' },
  }

  it('becomes text, finds its town where its postcode is not known, and belongs to the champion’s own', async () => {
    const { world, champion, confirm, ids } = await aPoster()
    expect((await confirm(JSON.stringify([posting]), '1')).status).toBe(303)
    const [id] = (await ids()) as [OpportunityId]
    const work = await workOf(world, id)
    expect(work.organisationId).toBe(champion.organisationId)
    expect(work.revision?.draft).toEqual({
      kind: 'job',
      title: 'Gardener',
      description: 'Grow\n• Plant\n• Water',
      isRemote: false,
      placeOfWork: 'Dover, ZZ1 1ZZ',
      town: 'Dover',
      district: 'E07000108',
      cellEast: 631,
      cellNorth: 141,
    })
  })

  it('leaves a place that nobody knows for the champion', async () => {
    const { world, preview, confirm, ids } = await aPoster()
    const text = JSON.stringify({ ...posting, jobLocation: { address: { addressLocality: 'Paris' } } })
    const shown = await preview(text)
    expect([shown.status, shown.text.includes('“Paris” is not a town')]).toEqual([200, true])
    expect(shown.text).toContain('Posting 1: Job')
    await confirm(text, '1')
    const [id] = (await ids()) as [OpportunityId]
    expect((await workOf(world, id)).revision?.draft).toMatchObject({ placeOfWork: 'Paris' })
    expect((await workOf(world, id)).revision?.draft).not.toHaveProperty('isRemote')
  })

  it('shows nothing as it came', async () => {
    const { preview } = await aPoster()
    const { html } = await preview(JSON.stringify(posting))
    expect(html).not.toContain('<script>alert(1)')
    expect(html).not.toContain('<img src=x')
  })
})

describe('a champion', () => {
  it('cannot make drafts for somebody else', async () => {
    const { world, champion, all } = await aPoster()
    const other = await givenChampion(world, 'Libraries')
    const fields = { text: csv(KITCHEN), rows: ['2'], accountId: other.id as AccountId }
    expect((await champion.post(paths.team.importConfirm, fields)).status).toBe(403)
    expect((await champion.post(paths.champion.importConfirm, fields)).status).toBe(303)
    expect((await all()).map(({ owner_id }) => owner_id)).toEqual([champion.id])
  })
})
