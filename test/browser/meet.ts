import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, type Response } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { HTML_RULES } from './html-rules'

/** WCAG 2.2 at level AA, with everything it took over from 2.0 and 2.1. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Watched = {
  faults: string[]
  document: Response | undefined
  /** A page with JavaScript that shows what this one shows; none when this one has JavaScript itself. */
  mirror: Page | undefined
}

const WATCHED = new WeakMap<Page, Watched>()

const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'], rules: HTML_RULES })

/**
 * Listens to everything a page says and asks for, from before it opens.
 * @param mirror a page in a browser with JavaScript, for one that has none: axe needs timers to run
 */
export function watch(page: Page, origin: string, mirror?: Page): void {
  const watched: Watched = { faults: [], document: undefined, mirror }
  WATCHED.set(page, watched)
  page.on('pageerror', (error) => watched.faults.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    // Chromium reports a page that is itself a 404 or a 422 as an error: that is the page we asked for.
    const isOwnStatus = message.text().startsWith('Failed to load resource') && isDocument(message.location().url)
    if (message.type() === 'error' && !isOwnStatus) watched.faults.push(`console: ${message.text()}`)
  })
  const isDocument = (url: string) => watched.document?.url() === url || page.url() === url
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) watched.faults.push(`asks another place: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    if (!request.isNavigationRequest()) watched.faults.push(`could not load ${request.url()}`)
  })
  page.on('response', (response) => {
    const request = response.request()
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) watched.document = response
    else if (response.status() >= 400) watched.faults.push(`${response.status()} for ${response.url()}`)
  })
}

/**
 * What holds for every page there is: no violation of WCAG 2.2 AA that axe can find, valid HTML, nothing to scroll
 * sideways for, one heading, a title, nothing on the console, nothing against the content security policy (Chromium
 * says so on the console) and nothing asked of anybody else.
 */
export async function meet(page: Page): Promise<void> {
  const watched = WATCHED.get(page)
  if (!watched) throw new Error('This page is not watched')
  const faults = [
    ...watched.faults.splice(0),
    ...(await headFaults(page)),
    ...(await widthFaults(page)),
    ...(await htmlFaults(watched.document)),
    ...(await axeFaults(await readableByAxe(page, watched))),
  ]
  expect.soft(faults, `${watched.document?.status()} ${page.url()}`).toEqual([])
}

async function headFaults(page: Page): Promise<string[]> {
  const title = await page.title()
  const headings = await page.locator('h1').count()
  return [
    ...(title.trim() === '' ? ['has no title'] : []),
    ...(headings === 1 ? [] : [`has ${headings} h1`]),
  ]
}

async function widthFaults(page: Page): Promise<string[]> {
  const [width, room] = await page.evaluate(() => [document.scrollingElement?.scrollWidth ?? 0, window.innerWidth] as const)
  return width > room ? [`is ${width} px wide where there is room for ${room}`] : []
}

/** The answer as it was sent, not what a script or the parser has made of it since. */
async function htmlFaults(document: Response | undefined): Promise<string[]> {
  if (!document) return ['has no document']
  const { results } = await validator.validateString(await document.text())
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, line, column }) => `html ${ruleId}: ${message} (${line}:${column})`)
}

/** The page itself, or its mirror with the same bytes in it and no script allowed to run, as without JavaScript. */
async function readableByAxe(page: Page, { mirror, document }: Watched): Promise<Page> {
  if (!mirror || !document) return page
  const body = await document.text()
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'" }
  await mirror.route(page.url(), (route) => route.fulfill({ status: document.status(), headers, body }))
  await mirror.goto(page.url())
  await mirror.unroute(page.url())
  return mirror
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `axe ${id}: ${help}: ${html.slice(0, 200)}`))
}
