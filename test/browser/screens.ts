import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { paths } from '../../src/paths'
import { CHROMIUM_ARGS, findChromium } from './chromium'
import { crawl } from './crawl'
import { startService } from './service'
import { signInAs, type World } from './worlds'

// Pictures of every page in every world at three widths, to look at them: `tsx test/browser/screens.ts [folder]`.

const WIDTHS = [360, 768, 1280]

/** A page by its address, or by the links to press from the last one. */
type Shot = { name: string; path?: string; press?: (page: Page) => Promise<unknown> }

const first = (selector: string) => (page: Page) => page.locator(`main ${selector}`).first().click()

const WEEKS =
  'title,kind,places,first day\nA week outside,work-experience,2,11/1/2027\nA week inside,work-experience,two,'

const chooseFile = async (page: Page) => {
  const file = { name: 'weeks.csv', mimeType: 'text/csv', buffer: Buffer.from(WEEKS) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Look at it' }).click()
}

const SHOTS: Record<string, readonly Shot[]> = {
  '': [
    { name: 'home', path: paths.home },
    { name: 'browse', path: paths.browse },
    { name: 'browse-filtered', path: `${paths.browse}?words=dog&kind=volunteering&kind=event&paid=yes` },
    { name: 'browse-nothing', path: `${paths.browse}?words=dog&district=E07000107&kind=job` },
    { name: 'offer', path: paths.browse, press: first('.wm-card__link') },
    { name: 'sign-in', path: paths.signIn },
    { name: 'help', path: paths.help },
    { name: 'local-offer', path: paths.localOffer },
    { name: 'use-our-offers', path: paths.api.home },
    { name: 'cookies', path: paths.cookies },
    { name: 'not-found', path: '/nowhere' },
    { name: 'demo', path: paths.demo },
  ],
  'Jaden Mercer': [
    { name: 'home', path: paths.my.home },
    { name: 'offer', press: first('.wm-box--now a') },
    { name: 'share', press: (page) => page.getByRole('button', { name: 'Yes, choose' }).first().click() },
    { name: 'preview', press: (page) => page.getByRole('button', { name: 'See it' }).click() },
    {
      name: 'no',
      path: paths.my.home,
      press: async (page) =>
        first('.wm-box--now a')(page).then(() =>
          page.getByRole('button', { name: 'No, not' }).first().click(),
        ),
    },
    { name: 'browse', path: paths.browse },
    { name: 'browse-offer', press: first('.wm-card__link') },
    { name: 'requests', path: paths.my.requests },
    { name: 'about-me', path: paths.my.answers },
    { name: 'likes', path: paths.my.answer('likes') },
    { name: 'travel', path: paths.my.answer('travel') },
    { name: 'private', path: paths.my.notTold },
    { name: 'information', path: paths.my.information },
    { name: 'account', path: paths.account },
  ],
  'Leila Hartnell': [
    { name: 'home', path: paths.my.home },
    { name: 'offer', press: first('li a[href*="/my/offers/"]') },
    { name: 'messages', press: (page) => page.getByRole('link', { name: /^Messages with/ }).click() },
    { name: 'saved', path: paths.my.saved },
  ],
  'Toby Ashe': [
    { name: 'home', path: paths.my.home },
    { name: 'welcome', path: paths.my.welcome },
    { name: 'requests-none', path: paths.my.requests },
  ],
  'Daniel Frith': [
    { name: 'home', path: paths.champion.home },
    { name: 'introduction', press: first('a[href*="/introductions/"]') },
    { name: 'opportunities', path: paths.champion.opportunities },
    { name: 'draft', press: first('#yours + ul a') },
    { name: 'check', press: (page) => page.getByRole('button', { name: /^Check and send/ }).click() },
    { name: 'preview', press: (page) => page.getByRole('link', { name: 'Preview it first' }).click() },
    { name: 'live', path: paths.champion.opportunities, press: first('#live + ul a') },
    { name: 'history', press: (page) => page.getByRole('link', { name: 'See its history' }).click() },
    { name: 'pledges', path: paths.champion.pledges },
    { name: 'pledge', press: first('.wm-row a') },
    { name: 'new', path: paths.champion.newOpportunity },
    { name: 'import', path: paths.champion.import },
    { name: 'import-preview', press: chooseFile },
  ],
  'Samira Holt': [
    { name: 'caseload', path: paths.adviser.home },
    { name: 'person', press: first('td a') },
    { name: 'interest', press: (page) => page.getByRole('link', { name: 'Record an interest' }).click() },
  ],
  'Grace Whitlock': [
    { name: 'queue', path: paths.team.home },
    { name: 'queue-late', path: `${paths.team.home}?turn=champion` },
    {
      name: 'review',
      path: paths.team.home,
      press: (page) => page.locator('a[href$="/review"]').first().click(),
    },
    { name: 'import', path: paths.team.import },
    { name: 'opportunities', path: paths.team.opportunities },
    { name: 'opportunity', press: first('td a') },
    { name: 'shortlist', press: (page) => page.getByRole('button', { name: 'Open the shortlist' }).click() },
    {
      name: 'pair',
      press: (page) =>
        page
          .getByRole('link', { name: /^Propose/ })
          .first()
          .click(),
    },
    { name: 'people', path: `${paths.team.people}?who=ali` },
    { name: 'person', press: first('td a') },
    { name: 'pledges', path: paths.team.pledges },
    { name: 'pledge', press: first('td a') },
    { name: 'match', path: `${paths.team.home}?turn=champion`, press: first('.wm-queue__action') },
    { name: 'interest', path: paths.team.home, press: first('a[href*="/team/interests/"]') },
  ],
  'Imran Sadler': [
    { name: 'manage', path: paths.manage.home },
    { name: 'organisations', path: paths.manage.organisations },
    { name: 'accounts', path: paths.manage.accounts },
    { name: 'invite', path: paths.manage.invite },
    { name: 'import', path: paths.manage.import },
    { name: 'settings', path: paths.manage.settings },
  ],
}

/** Chosen pages of the demonstration, some of them behind a button. */
async function shootChosen(browser: Browser, world: World) {
  const context = await browser.newContext({ baseURL: world.url, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(8_000)
  for (const [person, shots] of Object.entries(SHOTS)) {
    await context.clearCookies()
    if (person) await signInAs(context, world, person)
    for (const shot of shots) {
      const name = ['chosen', person.split(' ')[0]?.toLowerCase() || 'visitor', shot.name].join('-')
      try {
        await open(page, shot)
        await takeAll(page, name)
      } catch (error) {
        console.error(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
      }
    }
  }
  await context.close()
}

/** Everything that somebody can come to by links. */
async function shootEverything(browser: Browser, world: World, key: string) {
  const context = await browser.newContext({ baseURL: world.url, reducedMotion: 'reduce' })
  if (key !== 'visitor') await signInAs(context, world, key)
  const page = await context.newPage()
  await page.goto(paths.home)
  await crawl(page, (path) =>
    takeAll(page, `${world.name}-${key.split(' ')[0]?.toLowerCase()}${nameOf(path)}`),
  )
  await context.close()
}

const nameOf = (path: string) =>
  path
    .replace(/[0-9a-f]{32}/g, 'id')
    .replace(/[^a-z]+/gi, '-')
    .slice(0, 60)

async function open(page: Page, { path, press }: Shot) {
  await page.setViewportSize({ width: 1280, height: 900 })
  if (path) await page.goto(path)
  if (!press) return
  await press(page)
  await page.waitForLoadState('load')
}

async function takeAll(page: Page, name: string) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 500 ? 740 : 900 })
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
  }
}

const folder = process.argv[2] ?? '/tmp/screens'
mkdirSync(folder, { recursive: true })
const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium found')
const service = await startService()
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
try {
  for (const world of service.worlds) {
    for (const { key } of [{ key: 'visitor' }, ...world.people]) await shootEverything(browser, world, key)
    if (world.name === 'demo') await shootChosen(browser, world)
  }
} finally {
  await browser.close()
  await service.stop()
}
