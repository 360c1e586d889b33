import { paths } from '../../src/paths'
import { expect, test } from './walk'

for (const screen of ['desktop', 'phone without JavaScript'] as const) {
  test(`wanted and offered, and those whom nothing fits, on a ${screen}`, async ({ aPerson }) => {
    const broker = await aPerson(screen)
    await broker.visit(paths.demo)
    await broker.press(/Grace Whitlock/)
    await broker.follow('Wanted and offered')
    await expect(broker.main).toContainText('The largest gaps')
    await expect(broker.main.getByRole('region', { name: 'Map of the districts' })).toContainText('Swale')
    await broker.visit(paths.team.unmatched)
    await expect(broker.main).toContainText(/Nothing fits: \d+ people/)
    await broker.goOn(() =>
      broker.main
        .getByRole('link', { name: /^Look at/ })
        .first()
        .click(),
    )
    await expect(broker.main).toContainText('Why nothing fits')
  })
}
