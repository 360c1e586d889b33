import { theHeartOfIt } from './main-job'
import { test } from './walk'

test('the heart of the main job with a keyboard alone', async ({ aPerson }) => {
  const look = 'desktop by keyboard'
  const people = { champion: await aPerson(look), broker: await aPerson(look), young: await aPerson(look) }
  await theHeartOfIt(people, {
    title: 'A morning with the dormouse wardens',
    word: 'dormouse',
    travelHelp: 'We pay the bus',
  })
})
