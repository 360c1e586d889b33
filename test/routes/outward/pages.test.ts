import { describe, expect, it } from 'vitest'
import { LOCAL_OFFER_HEADINGS } from '../../../src/domain/taxonomy'
import { givenYoungPerson } from '../../support/givens'
import { aPoster } from './reading'

describe('the Local Offer page', () => {
  it('has the six headings of the law and says what to do when there is nothing', async () => {
    const { visitor } = await aPoster()
    const html = await visitor.text('/local-offer')
    for (const heading of LOCAL_OFFER_HEADINGS) {
      expect(html).toContain(`href="#${heading}"`)
      expect(html).toMatch(new RegExp(`<h2[^>]* id="${heading}"`))
    }
    expect(html.match(/There is nothing under this heading today/g)).toHaveLength(6)
  })

  it('says of each offer for whom it is, how to ask and until when', async () => {
    const { visitor, publish } = await aPoster()
    await publish({
      title: 'Room to rent',
      heading: 'accommodation',
      minAge: 18,
      maxAge: 25,
      closesOn: '2027-03-01',
    })
    const html = await visitor.text('/local-offer')
    const [, under = ''] = html.split('id="accommodation"')
    expect(under).toContain('Room to rent')
    expect(under).toContain('For people aged 18 to 25')
    expect(under).toContain('Ask the 18+ team by 1 March 2027.')
    expect(html).toContain('as it was on 23 November 2026')
  })

  it('stays short enough for paper: what closes first, and how much more there is', async () => {
    const { visitor, publish } = await aPoster()
    for (let day = 1; day <= 42; day += 1)
      await publish({
        title: `Closing ${day}.`,
        heading: 'employment',
        closesOn: new Date(Date.UTC(2027, 0, day)).toISOString().slice(0, 10),
      })
    const html = await visitor.text('/local-offer')
    expect(html.match(/<h3/g)).toHaveLength(40)
    expect(html).toContain('Closing 40.')
    expect(html).not.toContain('Closing 41.')
    expect(html).toContain('These are the 40 that close first, of 42.')
    expect(html).toContain('42 offers')
  })

  it('is linked from the foot of every page', async () => {
    const { visitor } = await aPoster()
    const html = await visitor.text('/')
    expect(html).toContain('href="/local-offer"')
    expect(html).toContain('href="/api"')
  })
})

describe('the page about using our offers', () => {
  it('names every address there is, and loads nothing from elsewhere', async () => {
    const { visitor } = await aPoster()
    const html = await visitor.text('/api')
    for (const path of [
      '/api/opportunities.json',
      '/api/openapi.json',
      '/api/oruk',
      '/feed.xml',
      '/sitemap.xml',
    ])
      expect(html).toContain(`href="${path}"`)
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })
})

describe('an offer’s page', () => {
  it('offers its day for a calendar while it is open and has one', async () => {
    const { world, visitor, publish } = await aPoster()
    const dated = await publish({ startsOn: '2027-01-11' })
    const undated = await publish({ startsOn: null })
    expect(await visitor.text(`/opportunities/${dated.id}`)).toContain(
      `href="/opportunities/${dated.id}/calendar.ics"`,
    )
    expect(await visitor.text(`/opportunities/${undated.id}`)).not.toContain('calendar')
    expect((await visitor.get(`/opportunities/${undated.id}/calendar.ics`)).status).toBe(404)
    await world.db.commit([
      world.db.query.updateTable('opportunity').set({ state: 'closed' }).where('id', '=', dated.id),
    ])
    const closed = await visitor.text(`/opportunities/${dated.id}`)
    expect(closed).toContain('This has closed')
    expect(closed).not.toContain('calendar')
  })

  it('tells search engines of a job while it is open, and to forget it when it has closed', async () => {
    const { world, visitor, publish } = await aPoster()
    const { id } = await publish({ kind: 'job' })
    const read = () => visitor.text(`/opportunities/${id}`)
    const open = await read()
    expect(open).toContain('"@type":"JobPosting"')
    expect(open).not.toContain('noindex')
    await world.db.commit([
      world.db.query.updateTable('opportunity').set({ state: 'expired' }).where('id', '=', id),
    ])
    const closed = await read()
    expect(closed).not.toContain('JobPosting')
    expect(closed).toContain('<meta name="robots" content="noindex"/>')
  })

  it('tells nobody’s search engine of a job for care leavers only', async () => {
    const { world, publish } = await aPoster()
    const { id } = await publish({ kind: 'job', visibility: 'care-leavers-only' })
    const young = await givenYoungPerson(world)
    expect(await young.text(`/opportunities/${id}`)).not.toContain('JobPosting')
  })

  it('gives the day as a file of a neutral name', async () => {
    const { visitor, publish } = await aPoster()
    const { id } = await publish({ startsOn: '2027-01-11' })
    const { headers } = await visitor.get(`/opportunities/${id}/calendar.ics`)
    expect(headers.get('content-type')).toBe('text/calendar; charset=UTF-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="calendar.ics"')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})
