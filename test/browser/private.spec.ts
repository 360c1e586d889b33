import { paths } from '../../src/paths'
import { addressOf, type Person } from './person'
import { expect, test } from './walk'

const ELSEWHERE = /^https:\/\/www\.bbc\.co\.uk\//

/** Where people leave to, as far as this browser can know it. */
const pretendElsewhere = (young: Person) =>
  young.page.context().route(ELSEWHERE, (route) => route.fulfill({ body: '<title>Weather</title>' }))

/** Every step back that the browser offers, and what it shows there. */
async function everyStepBack(young: Person): Promise<string[]> {
  const shown: string[] = []
  for (let step = 0; step < 12; step += 1) {
    const answer = await young.page.goBack()
    if (!answer && young.page.url() === 'about:blank') break
    shown.push(`${new URL(young.page.url()).pathname} ${await young.page.locator('body').innerText()}`)
  }
  return shown
}

// Two people: nobody may ask for more than five codes in a quarter of an hour.
const SECRETS = /Leila|Jaden|My requests|Your turn|park rangers|What they can see/

test.describe('after signing out', () => {
  test('the back button shows nothing', async ({ aPerson }) => {
    const young = await aPerson()
    await young.signIn(addressOf('Leila Hartnell'))
    await young.goTo('My requests')
    await young.goTo('My information')
    await young.press('Sign out', young.page.getByRole('banner'))
    const shown = await everyStepBack(young)
    expect(shown.length).toBeGreaterThan(2)
    expect(shown.filter((text) => SECRETS.test(text))).toEqual([])
  })
})

test.describe('“Exit this page”', () => {
  for (const [how, leave] of [
    ['its button', (young: Person) => young.page.getByRole('button', { name: 'Exit this page' }).click()],
    [
      'the Shift key three times',
      async (young: Person) => {
        for (const _ of [1, 2, 3]) await young.page.keyboard.press('Shift')
      },
    ],
  ] as const) {
    test(`by ${how} leaves no entry that opens the page, and signs out`, async ({ aPerson }) => {
      const young = await aPerson()
      await pretendElsewhere(young)
      await young.signIn(addressOf('Jaden Mercer'))
      await young.goTo('My requests')
      const signedOut = young.page.waitForResponse((answer) => answer.url().endsWith(paths.signOut))
      await leave(young)
      await young.page.waitForURL(ELSEWHERE)
      await signedOut.catch(() => undefined)
      expect(await young.page.title()).toBe('Weather')
      await expect
        .poll(async () => (await young.page.request.get(paths.my.requests, { maxRedirects: 0 })).status())
        .toBe(303)
      const shown = await everyStepBack(young)
      expect(shown.filter((text) => text.startsWith(paths.my.requests))).toEqual([])
      expect(shown.filter((text) => SECRETS.test(text))).toEqual([])
    })
  }

  test('is reached without scrolling on every page of theirs', async ({ aPerson }) => {
    const young = await aPerson('phone without JavaScript')
    await young.signIn(addressOf('Jaden Mercer'))
    for (const path of [
      paths.my.home,
      paths.my.requests,
      paths.my.answers,
      paths.my.information,
      paths.browse,
    ]) {
      await young.visit(path)
      await expect(young.page.getByRole('button', { name: 'Exit this page' })).toBeInViewport()
    }
  })
})
