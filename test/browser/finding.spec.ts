import { paths } from '../../src/paths'
import { addressOf, type Look, type Person } from './person'
import { expect, test } from './walk'

const found = async (person: Person) =>
  Number((await person.main.getByRole('heading', { level: 1 }).innerText()).replace(/\D/g, ''))

/** Somebody looks for something in every way there is, signed in or not. */
async function looksAround(person: Person) {
  await person.visit(paths.browse)
  const all = await found(person)
  expect(all).toBeGreaterThan(20)
  expect(await person.main.locator('#words-suggestions option').count()).toBeGreaterThan(5)
  const kind = person.main.locator('#kind')
  // A wide screen has the filters open.
  if (!(await kind.isVisible())) await person.unfold('Filter and sort')
  await kind.check()
  await person.press('Show offers')
  const some = await found(person)
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(all)
  await person.goOn(() => person.main.locator('.wm-filter-tag').first().click())
  expect(await found(person)).toBe(all)

  await person.type('Search for', 'paid aprenticeship in maidstone')
  await person.press('Search')
  await expect(person.main).toContainText('We took')
  await expect(person.main.locator('.wm-filter-tags')).toContainText('Maidstone')
  await expect(person.main).toContainText('so we looked for “apprenticeship”')
  await person.follow('Search for the words instead')
  await expect(person.main).not.toContainText('We took')

  await person.visit(`${paths.browse}?words=CT1+1AA`)
  expect(new URL(person.page.url()).search).toBe('?words=CT1')
  await expect(person.main.locator('.wm-filter-tags')).toContainText('Canterbury')
}

/** Somebody names an area instead of a place, and keeps what they looked for. */
async function looksNearby(person: Person) {
  await person.visit(`${paths.browse}?words=animals+in+thanet`)
  await expect(person.main).toContainText('Nothing in Thanet has “animals”')
  await person.follow('other places')
  const area = person.main.getByLabel('Or an area')
  if (!(await area.isVisible())) await person.unfold('Where are you?')
  await person.pick('Or an area', 'Thanet')
  await person.press('Show what is near')
  await expect(person.main).toContainText('miles from the middle of Thanet')
  const distances = await person.main.getByText('from the middle of Thanet').allInnerTexts()
  const miles = distances
    .map((text) => Number(/about (\d+) mile/.exec(text)?.[1] ?? NaN))
    .filter(Number.isFinite)
  expect(miles).toEqual([...miles].sort((one, other) => one - other))
  const far = person.main.getByLabel('Within 12 miles')
  if (!(await far.isVisible())) await person.unfold('Filter and sort')
  await far.check()
  await person.press('Show offers')
  await expect(person.main.locator('.wm-filter-tags')).toContainText(
    'Within 12 miles of the middle of Thanet',
  )
}

/** Nothing is found, and what is said then leads on. */
async function isRescued(person: Person) {
  await person.visit(`${paths.browse}?words=zoo&kind=money-help&district=E07000111&paid=yes`)
  expect(await found(person)).toBe(0)
  const offTags = person.main.getByRole('link', { name: /^Take off/ })
  if ((await offTags.count()) > 0) {
    await person.goOn(() => offTags.first().click())
    expect(await found(person)).toBeGreaterThan(0)
  }
}

for (const look of ['desktop', 'phone without JavaScript'] as const satisfies readonly Look[]) {
  test(`finding something: ${look}`, async ({ aPerson }) => {
    const visitor = await aPerson(look)
    await looksAround(visitor)
    await looksNearby(visitor)
    await isRescued(visitor)
  })
}

test('keeping a search, hearing of it and stopping that', async ({ aPerson }) => {
  const young = await aPerson('phone without JavaScript')
  await young.signIn(addressOf('Leila Hartnell'))
  await young.visit(`${paths.browse}?words=animals&kind=volunteering`)
  await young.unfold('Save this search')
  await young.press('Save, and tell me once a week')
  await expect(young.main).toContainText('You have saved this search')
  await young.follow('My searches')
  await expect(young.main).toContainText('once a week at most')
  await young.press(/^Stop the mail/)
  await expect(young.main).toContainText('We do not send you mail about it')
  await young.press(/^Take off my list/)
  await expect(young.main).toContainText('You have not saved a search')

  await young.visit(`${paths.browse}?words=zoo&kind=money-help&district=E07000111&paid=yes`)
  await young.press('Tell the 18+ team')
  await young.visit(`${paths.browse}?words=xylophone`)
  await young.pick('Kind of offer', 'Mentoring')
  await young.press('Tell the 18+ team')
  const broker = await aPerson('desktop')
  await broker.signIn(addressOf('Grace Whitlock'))
  await broker.follow('Looked for and not found')
  await expect(broker.main).toContainText('Sevenoaks')
  await expect(broker.main).toContainText('Mentoring')
})

for (const look of ['desktop', 'phone without JavaScript'] as const satisfies readonly Look[]) {
  test(`looking again for what was looked for: ${look}`, async ({ aPerson }) => {
    const young = await aPerson(look)
    await young.signIn(addressOf('Toby Ashe'), 'own device')
    await young.visit(`${paths.browse}?words=animals&kind=volunteering`)
    await young.visit(`${paths.browse}?words=cooking`)
    await young.goTo('Find an offer')
    await expect(young.main.locator('.wm-recent li').first()).toHaveText('“cooking”')
    await young.follow('“animals”, Volunteering')
    await young.goTo('Find an offer')
    await expect(young.main.locator('.wm-recent li').first()).toHaveText('“animals”, Volunteering')
    await young.press(/^Forget these/)
    await expect(young.main.locator('.wm-recent')).toHaveCount(0)
  })
}
