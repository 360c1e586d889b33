import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { paths } from '../../src/paths'
import { choose, reach, select, write } from './keyboard'
import { codeIn, joinPathIn, receiving } from './mail'
import { meet, watch } from './meet'

/** How somebody looks at the service. */
export type Look = 'desktop' | 'desktop by keyboard' | 'phone without JavaScript'

const LOOKS: Record<Look, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 900 } },
  'desktop by keyboard': { viewport: { width: 1280, height: 900 } },
  'phone without JavaScript': { viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
}

/**
 * Somebody at a browser of their own, who only types, ticks and presses. Every page that comes of it is met.
 */
export async function aPerson(browser: Browser, look: Look) {
  const origin = process.env.WAYMARK_URL ?? ''
  const context = await browser.newContext({ ...LOOKS[look], baseURL: origin, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const mirror = LOOKS[look].javaScriptEnabled === false ? await aMirror(browser, LOOKS[look]) : undefined
  const effort: Effort = { presses: 0, fields: 0, characters: 0 }
  const hands = counting(look === 'desktop by keyboard' ? byKeyboard(page) : byMouse(), effort)
  watch(page, origin, mirror)
  const main = page.getByRole('main')

  /** Does what leads to another page, and meets that page. */
  async function goOn(action: () => Promise<unknown>) {
    const loaded = page.waitForEvent('load')
    // When the action fails, that is what to read about, not the page that then never came.
    loaded.catch(() => undefined)
    await action()
    await loaded
    await meet(page)
  }

  const visit = (path: string) => goOn(() => page.goto(path))
  const follow = (name: string | RegExp, within: Locator = main) =>
    goOn(() => hands.press(within.getByRole('link', nameOf(name))))
  const press = (name: string | RegExp, within: Locator = main) =>
    goOn(() => hands.press(within.getByRole('button', nameOf(name))))
  /** For a page that says its action again at its end. */
  const pressFirst = (name: string) => goOn(() => hands.press(main.getByRole('button', nameOf(name)).first()))
  /** The link above the content, back to where somebody came from. */
  const goBack = () => goOn(() => hands.press(page.locator('.govuk-back-link')))
  const goTo = (name: string) => follow(name, page.getByRole('banner'))
  const type = (label: string, text: string, within: Locator = main) =>
    hands.type(within.getByLabel(label, { exact: true }), text)
  const pick = (label: string, option: string) => hands.pick(main.getByLabel(label, { exact: true }), option)
  const tick = (label: string, within: Locator = main) =>
    hands.tick(within.getByLabel(label, { exact: true }))
  const unfold = (summary: string, within: Locator = main) =>
    hands.press(within.locator('summary', { hasText: summary }))

  /** A day in the three boxes of one question. */
  async function typeDay(legend: string, day: string) {
    const [year = '', month = '', date = ''] = day.split('-')
    const group = main.getByRole('group', { name: legend, exact: true })
    await type('Day', String(Number(date)), group)
    await type('Month', String(Number(month)), group)
    await type('Year', year, group)
  }

  /** With the code that comes by mail; on a shared device unless they say that it is their own. */
  async function signIn(email: string, device?: 'own device') {
    await visit(paths.home)
    await goTo('Sign in')
    await type('Email address', email)
    if (device) await tick('Mine, and nobody else uses it')
    await enterCode(email)
  }

  /** By the link of the invitation, and the code that comes after it. */
  async function join(email: string, invite: () => Promise<unknown>) {
    await visit(joinPathIn(await receiving(email, invite)))
    await enterCode(email)
  }

  async function enterCode(email: string) {
    const mail = await receiving(email, () => press('Send me a code'))
    await type('Code', codeIn(mail))
    await press('Continue')
  }

  return {
    page,
    main,
    effort,
    goOn,
    visit,
    follow,
    press,
    pressFirst,
    goBack,
    goTo,
    type,
    typeDay,
    pick,
    tick,
    unfold,
    signIn,
    join,
    leave: () => context.close(),
  }
}

/** What somebody has done since they came: things pressed, ticked or chosen, fields written in, characters typed. */
export type Effort = { presses: number; fields: number; characters: number }

const counting = (hands: ReturnType<typeof byMouse>, effort: Effort): ReturnType<typeof byMouse> => ({
  press: (target) => ((effort.presses += 1), hands.press(target)),
  tick: (target) => ((effort.presses += 1), hands.tick(target)),
  pick: (target, option) => ((effort.presses += 1), hands.pick(target, option)),
  type(target, text) {
    effort.fields += 1
    effort.characters += text.length
    return hands.type(target, text)
  },
})

/** How somebody's hands do what a page asks. */
const byMouse = () => ({
  press: (target: Locator) => target.click(),
  type: (target: Locator, text: string) => target.fill(text),
  tick: (target: Locator) => target.check(),
  pick: async (target: Locator, option: string): Promise<void> => {
    await target.selectOption({ label: option })
  },
})

const byKeyboard = (page: Page): ReturnType<typeof byMouse> => ({
  async press(target) {
    await reach(page, target)
    await page.keyboard.press('Enter')
  },
  type: (target, text) => write(page, target, text),
  tick: (target) => choose(page, target),
  pick: (target, option) => select(page, target, option),
})

/** The same screen in a browser with JavaScript, so that axe can look at what somebody without it sees. */
async function aMirror(browser: Browser, { viewport }: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: viewport ?? null, reducedMotion: 'reduce' })
  return context.newPage()
}

export type Person = Awaited<ReturnType<typeof aPerson>>

const nameOf = (name: string | RegExp) => (typeof name === 'string' ? { name, exact: true } : { name })

type DemoPerson = { email: string; name: string; role: string }

/** The address of one of the people of the demonstration. */
export function addressOf(name: string): string {
  const people = JSON.parse(process.env.WAYMARK_PEOPLE ?? '[]') as DemoPerson[]
  const person = people.find((one) => one.name === name)
  if (!person) throw new Error(`Nobody of the demonstration is called ${name}`)
  return person.email
}
