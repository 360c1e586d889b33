import { paths } from '../../src/paths'
import { expect, test } from './walk'

for (const screen of ['desktop', 'phone without JavaScript'] as const) {
  test(`a broker asks the champions for what is missing, and one cannot, on a ${screen}`, async ({
    aPerson,
  }) => {
    const district = screen === 'desktop' ? 'Dover' : 'Ashford'
    const broker = await aPerson(screen)
    await broker.visit(paths.demo)
    await broker.press(/Grace Whitlock/)
    await broker.follow('Wanted and offered')
    await broker.goOn(() =>
      broker.main
        .getByRole('link', { name: /^Ask the champions for/ })
        .first()
        .click(),
    )
    await broker.follow('Ask for something else')
    await broker.main.getByLabel('What to ask for').selectOption('Volunteering')
    await broker.main.getByLabel('Where').selectOption(district)
    await broker.press('Choose who to ask')
    await broker.press('See the messages')
    await expect(broker.main).toContainText('Choose at least one organisation')
    await broker.main.getByLabel('Country Parks').check()
    await broker.press('See the messages')
    const message = broker.main.getByLabel('To Country Parks')
    await expect(message).toHaveValue(new RegExp(`more volunteering in ${district}`))
    await message.fill('Write to parks@kent.example')
    await broker.press('Send')
    await expect(broker.main).toContainText('Take out the email address')
    await message.fill(`Could you take a volunteer in ${district}?`)
    await broker.press('Send')
    await expect(broker.main).toContainText(`Volunteering in ${district}`)

    const champion = await aPerson(screen)
    await champion.visit(paths.demo)
    await champion.press(/Daniel Frith/)
    await expect(champion.main).toContainText(`Could you take a volunteer in ${district}?`)
    await champion.follow(new RegExp(`We cannot just now.*Volunteering in ${district}`))
    await champion.main.getByLabel('We can, but later').check()
    await champion.type('Anything to add? (optional)', 'After Easter')
    await champion.press('Tell the 18+ team')
    await expect(champion.main).not.toContainText(`Could you take a volunteer in ${district}?`)

    await broker.follow(new RegExp(`Volunteering in ${district}`))
    await expect(broker.main).toContainText('After Easter')
  })
}

test('a champion posts what the team asks for', async ({ aPerson }) => {
  const champion = await aPerson('desktop')
  await champion.visit(paths.demo)
  await champion.press(/Daniel Frith/)
  await champion.goOn(() =>
    champion.main.getByRole('button', { name: /Post one.*Work experience in Swale/ }).click(),
  )
  await expect(champion.main).toContainText('The 18+ team asked for this: Work experience in Swale')
  await champion.press('Start')
  await champion.follow(/What it is/)
  await expect(champion.main.getByLabel('What kind of offer is it?')).toHaveValue('work-experience')
})
