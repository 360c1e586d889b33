import type { Page } from '@playwright/test'

const PAGES_MAX = 60

/** One page of each kind that somebody can come to by links, from where they are, but for those to leave out. */
export async function crawl(
  page: Page,
  look: (path: string) => Promise<void>,
  leaveOut = /^$/,
): Promise<string[]> {
  const origin = new URL(page.url()).origin
  const waiting = [pathOf(page.url())]
  const seen = new Set<string>()
  while (waiting.length > 0 && seen.size < PAGES_MAX) {
    const path = waiting.shift() as string
    if (leaveOut.test(path) || seen.has(kindOf(path))) continue
    seen.add(kindOf(path))
    const answer = await page.goto(path).catch(() => null)
    if (!answer?.headers()['content-type']?.startsWith('text/html')) continue
    await look(path)
    waiting.push(...(await linksOf(page)).filter((url) => url.startsWith(`${origin}/`)).map(pathOf))
  }
  return [...seen]
}

const pathOf = (url: string) => new URL(url).pathname + new URL(url).search

/** The same page of another thing, or with another filter, is of the same kind. */
const kindOf = (path: string) => path.replace(/[0-9a-f]{32}/g, ':id').replace(/\?.*/, '?')

/**
 * Without those that leave, go to a part of the same page, or lead to what only a demonstration has or only a machine
 * reads: Chromium shows XML with a style sheet of its own, which our policy stops.
 */
const linksOf = (page: Page) =>
  page.locator('a[href]').evaluateAll((links) =>
    links
      .map((link) => new URL((link as HTMLAnchorElement).href))
      .filter(({ hash, pathname }) => hash === '' && !/^\/(demo|assets)|\.(xml|json)$/.test(pathname))
      .map(({ href }) => href),
  )
