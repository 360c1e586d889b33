import { dayOf } from '../../src/domain/dates'
import type { OpportunityId } from '../../src/domain/ids'
import { paths } from '../../src/paths'
import { element, textElement, xmlDocument } from './xml'

/** https://www.sitemaps.org/protocol.html: 50,000 addresses a file. Beyond it the newest are named. */
const URLS_MAX = 50_000

/** Pages that anybody may read and that stay. */
const PAGES = [
  paths.home,
  paths.browse,
  paths.localOffer,
  paths.api.home,
  paths.help,
  paths.privacy,
  paths.accessibility,
  paths.cookies,
]

/** @param offers public and live, newest first */
export function sitemap(
  baseUrl: string,
  offers: readonly { id: OpportunityId; publishedAt: string }[],
): string {
  const named = offers.slice(0, URLS_MAX - PAGES.length)
  return xmlDocument(
    element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, [
      ...PAGES.map((path) => element('url', {}, [textElement('loc', `${baseUrl}${path}`)])),
      ...named.map(({ id, publishedAt }) =>
        element('url', {}, [
          textElement('loc', `${baseUrl}${paths.opportunity(id)}`),
          textElement('lastmod', dayOf(new Date(publishedAt))),
        ]),
      ),
    ]),
  )
}

/** Where somebody has to be signed in, or where asking changes something: RFC 9309. */
const NOT_FOR_ROBOTS = [
  paths.my.home,
  paths.champion.home,
  paths.adviser.home,
  paths.team.home,
  paths.manage.home,
  paths.account,
  paths.signIn,
  paths.signOut,
  paths.joinAccept,
  paths.where,
  paths.demo,
]

export function robots(baseUrl: string): string {
  const lines = ['User-agent: *', ...NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}`)]
  return `${lines.join('\n')}\n\nSitemap: ${baseUrl}${paths.sitemap}\n`
}
