import { addressOf, type Effort } from './person'
import { fillInSteps, type Offer, review, send } from './main-job'
import { expect, test } from './walk'

// How much the service asks of people: printed as one line of JSON each, as the benchmarks are.

const OFFER: Offer = {
  title: 'Two days with the otter wardens',
  word: 'otter',
  travelHelp: 'We pay the bus fare on the day',
}

/**
 * Seconds of each thing people do, from the keystroke-level model (Card, Moran and Newell, 1980): pointing 1.1,
 * pressing 0.2, thinking before an action 1.35, a hand from mouse to keys and back 0.8, a character of an average
 * typist 0.28. What somebody thinks up while they write is not in it.
 */
const SECONDS = { press: 1.1 + 0.2 + 1.35, field: 1.1 + 0.2 + 1.35 + 0.8, character: 0.28 }

const minutesOf = ({ presses, fields, characters }: Effort) =>
  (presses * SECONDS.press + fields * SECONDS.field + characters * SECONDS.character) / 60

const difference = (now: Effort, before: Effort): Effort => ({
  presses: now.presses - before.presses,
  fields: now.fields - before.fields,
  characters: now.characters - before.characters,
})

function print(figure: string, value: number, unit: string, goal: number) {
  console.log(JSON.stringify({ figure, value, unit, min: value, max: value, goal, met: value <= goal }))
}

test('what posting and matching ask of people', async ({ aPerson }) => {
  const [champion, broker] = [await aPerson(), await aPerson()]
  await champion.signIn(addressOf('Daniel Frith'))
  const signedIn = { ...champion.effort }
  await champion.press('Post an opportunity')
  await champion.press('Start')
  await fillInSteps(champion, OFFER)
  await send(champion)
  const posting = difference(champion.effort, signedIn)
  print('minutes to post a typical offer', Number(minutesOf(posting).toFixed(1)), 'min', 5)

  await broker.signIn(addressOf('Grace Whitlock'))
  await review(broker, OFFER)
  await broker.press('Publish')
  const published = { ...broker.effort }
  await broker.press('Open the shortlist')
  await broker.goOn(() => {
    broker.effort.presses += 1
    return broker.main
      .getByRole('link', { name: /^Propose/ })
      .first()
      .click()
  })
  await broker.type('Why you propose this', 'Likes the outdoors, and lives near the river.')
  await broker.type('What you want to say to them', 'I think you would like these people.')
  await broker.press('Propose')
  await expect(broker.main).toContainText('Waiting for their answer')
  const { presses, fields } = difference(broker.effort, published)
  print('interactions from published to proposed', presses + fields, 'interactions', 6)
})
