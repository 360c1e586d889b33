import type { Browser, BrowserContextOptions } from '@playwright/test'
import { paths } from '../../src/paths'
import { crawl } from './crawl'
import { expect, test } from './walk'

/** A screen of 1,280 × 1,024 px at 400 %: 320 × 256 CSS px are left (WCAG 2.2, success criterion 1.4.10). */
const ZOOMED: BrowserContextOptions = { viewport: { width: 320, height: 256 } }

const NO_SCRIPT: BrowserContextOptions = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }

const PEOPLE = [
  'Jaden Mercer',
  'Leila Hartnell',
  'Daniel Frith',
  'Rosa Pemble',
  'Samira Holt',
  'Grace Whitlock',
  'Imran Sadler',
] as const

/** Signed in by the button of the demonstration: how people sign in is walked elsewhere. */
async function signedIn(browser: Browser, options: BrowserContextOptions, name: string) {
  const context = await browser.newContext({ ...options, baseURL: process.env.WAYMARK_URL ?? '' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(process.env.WAYMARK_URL ?? '')) faults.push(`asks ${request.url()}`)
  })
  await page.goto(paths.demo)
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.waitForURL((url) => !url.pathname.startsWith(paths.demo))
  return { page, faults, leave: () => context.close() }
}

for (const name of PEOPLE) {
  test(`every page of ${name} fits at 400 %`, async ({ browser }) => {
    const { page, faults, leave } = await signedIn(browser, ZOOMED, name)
    const seen = await crawl(page, async (path) => {
      const [width, room] = await page.evaluate(() => [
        document.scrollingElement?.scrollWidth ?? 0,
        window.innerWidth,
      ])
      if (width > room) faults.push(`${path} is ${width} px wide where there is room for ${room}`)
    })
    expect(seen.length).toBeGreaterThan(10)
    expect(faults).toEqual([])
    await leave()
  })
}

/** Those whose pages are all that there are: a manager has a broker's, a partner a champion's. */
for (const name of ['Leila Hartnell', 'Daniel Frith', 'Samira Holt', 'Imran Sadler']) {
  test(`every page of ${name} works without JavaScript`, async ({ browser }) => {
    const { page, faults, leave } = await signedIn(browser, NO_SCRIPT, name)
    await crawl(page, async (path) => {
      if ((await page.locator('main h1').innerText()).trim() === '') faults.push(`${path} has no heading`)
      const forms = page.locator('form')
      for (let index = 0; index < (await forms.count()); index += 1) {
        const form = forms.nth(index)
        const buttons = form.locator('button:not([type=button])')
        if ((await buttons.count()) === 0) faults.push(`${path} has a form without a button`)
        const isPost = (await form.getAttribute('method')) === 'post'
        if (isPost && (await form.locator('input[name=key]').count()) !== 1) faults.push(`${path}: no key`)
      }
      if (
        await page
          .locator('.wm-ending')
          .isVisible()
          .catch(() => false)
      )
        faults.push(`${path} shows what only a script may show`)
    })
    expect(faults).toEqual([])
    await leave()
  })
}
