import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { paths } from '../../src/paths'
import { test } from './walk'

// The README's pictures, of the running product with its demonstration data.

const FOLDER = 'test/browser/pictures'

type Picture = {
  name: string
  person: string
  size: { width: number; height: number }
  open: (page: Page) => Promise<unknown>
}

const PHONE = { width: 360, height: 740 }
const SCREEN = { width: 1180, height: 760 }

const PICTURES: readonly Picture[] = [
  {
    name: 'young-person-offer',
    person: 'Jaden Mercer',
    size: PHONE,
    open: (page) => page.locator('main .wm-box--now a').first().click(),
  },
  {
    name: 'broker-shortlist',
    person: 'Grace Whitlock',
    size: SCREEN,
    async open(page) {
      await page.goto(`${paths.team.opportunities}?words=kitchen&state=published`)
      await page.locator('main td a').first().click()
      await page.getByRole('button', { name: 'Open the shortlist' }).click()
    },
  },
  {
    name: 'champion-task-list',
    person: 'Daniel Frith',
    size: { width: 1180, height: 1000 },
    async open(page) {
      await page.goto(paths.champion.opportunities)
      await page.locator('main li').filter({ hasText: 'finish it and send it' }).locator('a').first().click()
    },
  },
]

for (const { name, person, size, open } of PICTURES) {
  test(`the picture ${name}`, async ({ browser }) => {
    mkdirSync(FOLDER, { recursive: true })
    const context = await browser.newContext({
      baseURL: process.env.WAYMARK_URL ?? '',
      viewport: size,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(paths.demo)
    await page.getByRole('button', { name: new RegExp(person) }).click()
    await page.waitForURL((url) => !url.pathname.startsWith(paths.demo))
    await open(page)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `${FOLDER}/${name}.png` })
    await context.close()
  })
}
