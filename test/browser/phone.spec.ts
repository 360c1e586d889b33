import { test } from '@playwright/test'
import { aPerson } from './person'

test('try', async ({ browser }) => {
  const visitor = await aPerson(browser, 'phone without JavaScript')
  await visitor.visit('/')
  await visitor.visit('/opportunities')
})
