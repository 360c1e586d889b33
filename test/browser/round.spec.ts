import { paths } from '../../src/paths'
import type { Person } from './person'
import { expect, test } from './walk'

const ACCEPTED = 10

/** By the button of the demonstration: codes come five in a quarter of an hour, and others here use them. */
async function comeIn(person: Person, name: RegExp) {
  await person.visit(paths.demo)
  await person.press(name)
}

/** The page says itself when it is worked out: with a script it looks again, without one there is a link. */
async function waitUntilWorkedOut(person: Person) {
  await expect(async () => {
    await person.page.goto(person.page.url())
    await expect(person.main).toContainText('The rules side by side', { timeout: 500 })
  }).toPass()
}

/** How many suggestions are still to be decided on, as the list of them says. */
const toDecide = async (person: Person) =>
  Number((await person.main.getByRole('heading', { level: 1 }).innerText()).replace(/\D/g, ''))

const decideOnNext = async (person: Person) =>
  person.goOn(() =>
    person.main
      .getByRole('link', { name: /^Decide/ })
      .first()
      .click(),
  )

test('a Kent-sized round: opened, compared, ten proposed, one swapped, one dropped, closed', async ({
  aPerson,
}) => {
  test.slow()
  const broker = await aPerson('desktop')
  await comeIn(broker, /Grace Whitlock/)
  await broker.follow('Rounds')
  await broker.follow('Open a round')
  await broker.press('Open the round')
  const round = broker.page.url()
  await waitUntilWorkedOut(broker)
  await broker.visit(new URL(round).pathname)
  await expect(broker.main).toContainText(/Band by band places \d+ of 1,\d+ people/)
  await broker.follow('The offers and their cut-offs')
  await broker.goBack()
  await broker.press('Work by this rule')

  const before = await toDecide(broker)
  expect(before).toBeGreaterThan(500)
  for (let turn = 0; turn < ACCEPTED; turn += 1) {
    await decideOnNext(broker)
    await broker.type('Why you propose this', 'It fits what they like, and they have waited long')
    await broker.press('Propose')
  }
  expect(await toDecide(broker)).toBe(before - ACCEPTED)

  await decideOnNext(broker)
  await broker.follow('Give this place to somebody else of the round')
  await broker.goOn(() =>
    broker.main
      .getByRole('link', { name: /^See what it does/ })
      .first()
      .click(),
  )
  await broker.type('Why you swap them', 'The other one asked for it')
  await broker.press('Swap')

  await decideOnNext(broker)
  await broker.unfold('Drop it')
  await broker.type('Why you do not propose this', 'Has just started something else')
  await broker.press('Drop')
  await broker.follow('Proposed')
  expect(await toDecide(broker)).toBe(ACCEPTED)

  await broker.visit(new URL(round).pathname)
  await broker.unfold('Close this round')
  await broker.type('Why', 'The rest is for next week')
  await broker.press('Close it')
  await expect(broker.main).toContainText('10 proposed, 1 dropped')
  expect(new URL(broker.page.url()).pathname).toBe(paths.team.round(new URL(round).pathname.slice(-32)))
})

test('putting what I saved in order: phone without JavaScript', async ({ aPerson }) => {
  const young = await aPerson('phone without JavaScript')
  await comeIn(young, /Jaden Mercer/)
  for (const index of [0, 1]) {
    await young.visit(paths.browse)
    await young.goOn(() => young.main.locator('.wm-card__link').nth(index).click())
    if ((await young.main.getByRole('button', { name: 'Save for later' }).count()) > 0)
      await young.pressFirst('Save for later')
  }
  await young.visit(paths.my.saved)
  await young.follow('Say which you would like most')
  const selects = young.main.getByRole('combobox')
  await selects.nth(0).selectOption('1')
  await selects.nth(1).selectOption('1')
  await young.press('Save my order')
  await expect(young.main).toContainText('You gave the number 1 twice')
  await selects.nth(1).selectOption('2')
  await young.press('Save my order')
  await expect(young.main).toContainText('Those you gave a number come first')
})
