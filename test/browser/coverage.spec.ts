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
    const heatMap = broker.main.getByRole('region', { name: /^People who want each kind/ })
    const cutBy = await heatMap.evaluate((region) => region.scrollWidth - region.clientWidth)
    const hints = broker.main.getByText('Scroll sideways to see every district').filter({ visible: true })
    if (screen === 'desktop') {
      expect(cutBy).toBe(0)
      await expect(hints).toHaveCount(0)
    } else {
      expect(cutBy).toBeGreaterThan(0)
      await expect(hints).toHaveCount(3)
    }
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
