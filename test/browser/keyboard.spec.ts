import {
  type Offer,
  fillInSteps,
  meetAndWrite,
  propose,
  publish,
  sayInterested,
  sayYes,
  send,
} from './main-job'
import { addressOf } from './person'
import { expect, test } from './walk'

const OFFER: Offer = {
  title: 'A morning with the dormouse wardens',
  word: 'dormouse',
  travelHelp: 'We pay the bus',
}

test('the heart of the main job with a keyboard alone', async ({ aPerson }) => {
  const look = 'desktop by keyboard'
  const [champion, broker, young] = [await aPerson(look), await aPerson(look), await aPerson(look)]

  await champion.signIn(addressOf('Rosa Pemble'))
  await champion.press('Post an opportunity')
  await champion.press('Start')
  await fillInSteps(champion, OFFER)
  await send(champion)

  await broker.signIn(addressOf('Grace Whitlock'))
  await publish(broker, OFFER)

  await young.signIn(addressOf('Leila Hartnell'))
  await sayInterested(young, OFFER)
  await propose(broker, OFFER)
  await sayYes(young, OFFER, 'Lee')

  await meetAndWrite(champion, OFFER, 'Lee')
  await expect(champion.main).not.toContainText('Leila')
})
