import { describe, expect, it } from 'vitest'
import type { OpportunityId } from '../../../src/domain/ids'
import { robots, sitemap } from '../../../views/outward/sitemap'

const ORIGIN = 'https://waymark.example'

const offers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: index.toString(16).padStart(32, '0') as OpportunityId,
    publishedAt: '2026-07-01T23:30:00.000Z',
  }))

describe('the sitemap', () => {
  it('says the day in London on which an offer was published', () => {
    expect(sitemap(ORIGIN, offers(1))).toContain(
      `<url><loc>${ORIGIN}/opportunities/${'0'.repeat(32)}</loc><lastmod>2026-07-02</lastmod></url>`,
    )
  })

  it('names the public pages when there is no offer', () => {
    const named = sitemap(ORIGIN, []).match(/<loc>[^<]*/g)
    expect(named).toContain(`<loc>${ORIGIN}/`)
    expect(named).toContain(`<loc>${ORIGIN}/local-offer`)
  })

  it('holds no more than a sitemap may, the newest of them', () => {
    const xml = sitemap(ORIGIN, offers(50_001))
    expect(xml.match(/<url>/g)).toHaveLength(50_000)
    expect(xml.length).toBeLessThan(50 * 1024 * 1024)
    expect(xml).toContain('0'.repeat(32))
    expect(xml).not.toContain((50_000).toString(16).padStart(32, '0'))
  })
})

describe('robots.txt', () => {
  it('keeps robots out of everything that is for people signed in, and says where the sitemap is', () => {
    const text = robots(ORIGIN)
    for (const area of ['/my', '/champion', '/adviser', '/team', '/manage', '/account', '/sign-in', '/join'])
      expect(text).toContain(`\nDisallow: ${area}\n`)
    expect(text).toContain(`\nSitemap: ${ORIGIN}/sitemap.xml\n`)
    expect(text).not.toMatch(/Disallow: \/(opportunities|api|local-offer)?\n/)
  })
})
