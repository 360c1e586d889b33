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
  title: 'An evening with the harbour seals',
  word: 'harbourseal',
  travelHelp: 'We pay the bus',
}

test('the heart of the main job at 360 px without JavaScript', async ({ aPerson }) => {
  const phone = 'phone without JavaScript'
  const [champion, broker, young] = [await aPerson(phone), await aPerson(phone), await aPerson(phone)]

  await test.step('a partner posts an opportunity', async () => {
    await champion.signIn(addressOf('Rosa Pemble'))
    await champion.press('Post an opportunity')
    await champion.press('Start')
    await fillInSteps(champion, OFFER)
    await send(champion)
  })

  await test.step('a broker publishes it', async () => {
    await broker.signIn(addressOf('Grace Whitlock'))
    await publish(broker, OFFER)
  })

  await test.step('a young person asks, and is asked', async () => {
    await young.signIn(addressOf('Leila Hartnell'))
    await sayInterested(young, OFFER)
    await propose(broker, OFFER)
    await sayYes(young, OFFER, 'Lee')
  })

  await test.step('the partner meets them', async () => {
    await meetAndWrite(champion, OFFER, 'Lee')
    await expect(champion.main).not.toContainText('Leila')
  })
})
