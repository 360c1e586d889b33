import { theHeartOfIt } from './main-job'
import { test } from './walk'

test('the heart of the main job at 360 px without JavaScript', async ({ aPerson }) => {
  const look = 'phone without JavaScript'
  const people = { champion: await aPerson(look), broker: await aPerson(look), young: await aPerson(look) }
  await theHeartOfIt(people, {
    title: 'An evening with the harbour seals',
    word: 'harbourseal',
    travelHelp: 'We pay the bus',
  })
})
