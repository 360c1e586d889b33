import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { paths } from '../../src/paths'
import { crawl } from './crawl'
import { fitFaults } from './fit'
import { expect, test } from './walk'
import { signInAs, type World } from './worlds'

const NO_SCRIPT: BrowserContextOptions = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }

/** Whatever the page's own policy refuses, and whatever is asked of anybody else. */
function watchFaults(page: Page, origin: string): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) faults.push(`asks ${request.url()}`)
  })
  return faults
}

/** Signed in by the button of the demonstration: how people sign in is walked elsewhere. */
async function signedIn(browser: Browser, options: BrowserContextOptions, name: string) {
  const context = await browser.newContext({ ...options, baseURL: process.env.WAYMARK_URL ?? '' })
  const page = await context.newPage()
  const faults = watchFaults(page, process.env.WAYMARK_URL ?? '')
  await page.goto(paths.demo)
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.waitForURL((url) => !url.pathname.startsWith(paths.demo))
  return { page, faults, leave: () => context.close() }
}

const WORLDS = JSON.parse(process.env.WAYMARK_WORLDS ?? '[]') as World[]

/** Whose pages are somebody else's too: a partner's are a champion's, a newcomer's are those of the bare world. */
const TWINS = ['partner', 'Rosa Pemble', 'Toby Ashe']

const MANAGERS = ['manager', 'Imran Sadler']

/** What everybody sees alike is looked at with a visitor, and what managers see of the team's with a broker. */
function leftOutFor(key: string): RegExp | undefined {
  if (key === 'visitor') return undefined
  return MANAGERS.includes(key)
    ? /^\/(team|opportunities|help|privacy|accessibility|cookies)\b/
    : /^\/(help|privacy|accessibility|cookies)$/
}

for (const world of WORLDS) {
  for (const key of ['visitor', ...world.people.map((person) => person.key)]) {
    if (TWINS.includes(key)) continue
    test(`every page of ${key} fits in the ${world.name} world`, async ({ browser }) => {
      const context = await browser.newContext({ baseURL: world.url, reducedMotion: 'reduce' })
      if (key !== 'visitor') await signInAs(context, world, key)
      const page = await context.newPage()
      const faults = watchFaults(page, world.url)
      await page.goto(MANAGERS.includes(key) ? paths.manage.home : paths.home)
      const seen = await crawl(
        page,
        async (path) => {
          for (const fault of await fitFaults(page)) faults.push(`${path} ${fault}`)
        },
        leftOutFor(key),
      )
      expect(seen.length).toBeGreaterThan(2)
      expect(faults).toEqual([])
      await context.close()
    })
  }
}

/** Those whose pages are all that there are: a manager has a broker's, a partner a champion's. */
for (const name of ['Leila Hartnell', 'Daniel Frith', 'Samira Holt', 'Imran Sadler', 'Nadia Brill']) {
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
