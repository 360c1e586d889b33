import { describe, expect, it } from 'vitest'
import { toUuid } from '../../../src/domain/uuid'
import { aPoster } from './reading'

const valuesOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value]) => value)

describe('the feed', () => {
  it('has what RFC 4287 asks of a feed and of each entry', async () => {
    const { visitor, publish } = await aPoster()
    const { id } = await publish({ title: 'A day at the depot', kind: 'insight-day', heading: 'employment' })
    const response = await visitor.get('/feed.xml')
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=UTF-8')
    const xml = await response.text()
    expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">')
    expect(valuesOf(xml, 'id')).toEqual(['http://localhost:3000/feed.xml', `urn:uuid:${toUuid(id)}`])
    expect(valuesOf(xml, 'title')).toEqual(['New offers on Waymark', 'A day at the depot'])
    expect(valuesOf(xml, 'updated')).toEqual(['2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00.000Z'])
    expect(valuesOf(xml, 'name')).toEqual(['Waymark', 'Highways'])
    expect(xml).toContain(
      `<link rel="alternate" type="text/html" href="http://localhost:3000/opportunities/${id}"/>`,
    )
    expect(xml).toContain(
      '<link rel="self" type="application/atom+xml" href="http://localhost:3000/feed.xml"/>',
    )
    expect(xml).toContain('<category term="insight-day" label="Insight day"/>')
    expect(xml).toContain('<category term="employment" label="Employment"/>')
  })

  it('holds the newest 50, newest first', async () => {
    const { world, visitor, publish } = await aPoster()
    for (let number = 1; number <= 52; number += 1) {
      await publish({ title: `Number ${number}` })
      world.wait(1000)
    }
    const titles = valuesOf(await visitor.text('/feed.xml'), 'title').slice(1)
    expect(titles).toHaveLength(50)
    expect([titles[0], titles[49]]).toEqual(['Number 52', 'Number 3'])
  })

  it('is a feed when there is nothing in it', async () => {
    const { visitor } = await aPoster()
    const xml = await visitor.text('/feed.xml')
    expect(valuesOf(xml, 'updated')).toEqual(['2026-11-23T00:00:00Z'])
    expect(xml).not.toContain('<entry')
  })

  it('is named in the head of the search page', async () => {
    const { visitor } = await aPoster()
    expect(await visitor.text('/opportunities')).toMatch(
      /<head>.*<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="\/feed.xml"\/>.*<\/head>/s,
    )
  })
})
