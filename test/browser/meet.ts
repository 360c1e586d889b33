import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, type Response } from '@playwright/test'
import { HtmlValidate } from 'html-validate'

/** WCAG 2.2 at level AA, with everything it took over from 2.0 and 2.1. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The HTML Standard as html-validate knows it: no rule of it had to be tuned. */
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] })

type Watched = {
  faults: string[]
  document: Response | undefined
  /** A page with JavaScript that shows what this one shows; none when this one has JavaScript itself. */
  mirror: Page | undefined
}

const WATCHED = new WeakMap<Page, Watched>()

/**
 * Listens to everything a page says and asks for, from before it opens.
 * @param mirror a page in a browser with JavaScript, for one that has none: axe needs timers to run
 */
export function watch(page: Page, origin: string, mirror?: Page): void {
  const watched: Watched = { faults: [], document: undefined, mirror }
  WATCHED.set(page, watched)
  const isDocument = (url: string) => watched.document?.url() === url || page.url() === url
  page.on('pageerror', (error) => watched.faults.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    // Chromium reports a page that is itself a 404 or a 422 as an error: that is the page we asked for.
    const isOwnStatus =
      message.text().startsWith('Failed to load resource') && isDocument(message.location().url)
    if (message.type() === 'error' && !isOwnStatus) watched.faults.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) watched.faults.push(`asks another place: ${request.url()}`)
  })
  page.on('response', (response) => {
    const request = response.request()
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) watched.document = response
    else if (response.status() >= 400) watched.faults.push(`${response.status()} for ${response.url()}`)
  })
}

/**
 * What holds for every page there is: no violation of WCAG 2.2 AA that axe can find, also in what is folded away;
 * valid HTML; nothing to scroll sideways for; one heading; a title; nothing on the console; nothing against the
 * content security policy (Chromium says so on the console), nothing asked of anybody else, nothing kept.
 */
export async function meet(page: Page): Promise<void> {
  const watched = WATCHED.get(page)
  if (!watched?.document) throw new Error('This page is not watched')
  const html = await watched.document.text()
  const folded = await unfoldAll(page)
  const faults = [
    ...watched.faults.splice(0),
    ...(await layoutFaults(page)),
    ...(await storageFaults(page)),
    ...(isNew(page, html)
      ? [...(await htmlFaults(html)), ...(await axeFaults(await readableByAxe(page, watched, html)))]
      : []),
  ]
  await foldAgain(page, folded)
  expect.soft(faults, `${watched.document.status()} ${page.url()}`).toEqual([])
}

const SEEN = new Set<string>()

/** The same bytes but for ids and keys, on the same screen, give the same answer: they are looked at once. */
function isNew(page: Page, html: string): boolean {
  const key = `${page.viewportSize()?.width} ${html.replace(/[0-9a-f]{32}/g, '')}`
  if (SEEN.has(key)) return false
  SEEN.add(key)
  return true
}

/** @returns which of the page's details were closed */
const unfoldAll = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('details')].flatMap((one, position) => {
      if (one.open) return []
      one.open = true
      return [position]
    }),
  )

const foldAgain = (page: Page, folded: readonly number[]) =>
  page.evaluate((positions) => {
    const all = document.querySelectorAll('details')
    for (const position of positions) if (all[position]) all[position].open = false
  }, folded)

async function layoutFaults(page: Page): Promise<string[]> {
  const { title, headings, width, room } = await page.evaluate(() => ({
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    width: document.scrollingElement?.scrollWidth ?? 0,
    room: window.innerWidth,
  }))
  return [
    ...(title === '' ? ['has no title'] : []),
    ...(headings === 1 ? [] : [`has ${headings} h1`]),
    ...(width > room ? [`is ${width} px wide where there is room for ${room}`] : []),
  ]
}

/** A phone that is somebody else's too keeps nothing of a page. */
const storageFaults = (page: Page) =>
  page.evaluate(async () => {
    const kept = {
      localStorage: localStorage.length,
      sessionStorage: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }
    return Object.entries(kept).flatMap(([name, count]) => (count > 0 ? [`keeps ${count} in ${name}`] : []))
  })

/** Of the answer as it was sent, not what a script or the parser has made of it since. */
async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, line, column }) => `html ${ruleId}: ${message} (${line}:${column})`)
}

/** The page itself, or its mirror with the same bytes in it and no script allowed to run, as without JavaScript. */
async function readableByAxe(page: Page, { mirror, document }: Watched, body: string): Promise<Page> {
  if (!mirror || !document) return page
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "script-src 'none'",
  }
  const status = document.status()
  await mirror.route(page.url(), (route) => route.fulfill({ status, headers, body }))
  await mirror.goto(page.url())
  await mirror.unroute(page.url())
  await unfoldAll(mirror)
  return mirror
}

async function axeFaults(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(WCAG)
  const { violations } = await axe.setLegacyMode(true).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `axe ${id}: ${help}: ${html.slice(0, 200)}`),
  )
}
