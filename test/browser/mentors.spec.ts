import { paths } from '../../src/paths'
import { expect, test } from './walk'

test('a coordinator adds a befriender and records the first steps', async ({ aPerson }) => {
  const coordinator = await aPerson('desktop')
  await coordinator.visit(paths.demo)
  await coordinator.press(/Nadia Brill/)
  await expect(coordinator.main).toContainText('Next steps of mentors and befrienders')
  await coordinator.visit(paths.mentoring.newMentor)
  const { main } = coordinator
  await main.getByLabel('Befriender').check()
  await coordinator.type('First name', 'Ottilie')
  await coordinator.type('Family name', 'Marsh')
  await main.getByLabel('District they live in').selectOption('Thanet')
  await main.getByLabel('Up to 10 miles').check()
  await main.getByLabel('English').check()
  await main.getByLabel('2', { exact: true }).check()
  await coordinator.press('Save')
  await expect(main).toContainText('Next: Check their identity')

  const today = async () => {
    await main.getByLabel('Day').fill('2')
    await main.getByLabel('Month').fill('3')
    await main.getByLabel('Year').fill('2026')
  }
  await today()
  await coordinator.press('Record it')
  await expect(main).toContainText('Next: Interview them')
  await today()
  await coordinator.press('Record it')
  await expect(main).toContainText('Next: Take up a reference, 1 of 2')
  await coordinator.press('Record it')
  await expect(main).toContainText('Confirm that the referee is not family')
})

test('a young person asks, a coordinator offers a choice, and one is picked', async ({ aPerson }) => {
  const young = await aPerson('phone without JavaScript')
  await young.visit(paths.demo)
  await young.press(/Toby Ashe/)
  await young.visit(paths.my.talk)
  await young.main.getByLabel('A mentor').check()
  await young.press('Ask for someone')
  await expect(young.main).toContainText('They will offer you a choice of people')

  const coordinator = await aPerson('desktop')
  await coordinator.visit(paths.demo)
  await coordinator.press(/Nadia Brill/)
  await coordinator.follow(/Toby/)
  await coordinator.main.locator('input[name=mentors]').first().check()
  await coordinator.type('Why these people?', 'They like the same things')
  await coordinator.press('Offer the choice')
  await expect(coordinator.main).toContainText('On offer')

  await young.visit(paths.my.talk)
  await young.main.locator('input[name=pick]').first().check()
  await young.press('Send my answer')
  await expect(young.main).toContainText('You picked someone')
})
