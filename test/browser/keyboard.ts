import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any page has. */
const STOPS_MAX = 400

/**
 * Goes to something with the Tab key alone, forwards and, past the end, from the top again; what is reached must be
 * seen: on the screen, under nothing, and marked as having the focus.
 */
export async function reach(page: Page, target: Locator): Promise<void> {
  const element = await target.elementHandle()
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    if (await element?.evaluate((one) => one === document.activeElement)) return seen(target)
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not reach ${target}`)
}

/** WCAG 2.2: focus visible (2.4.7) and not wholly obscured (2.4.11). */
async function seen(target: Locator): Promise<void> {
  const faults = await target.evaluate((one) => {
    // A radio or checkbox is drawn by its label: the control itself lies over it and is transparent.
    const isDrawnByLabel = one instanceof HTMLInputElement && /radio|checkbox/.test(one.type)
    const { left, top, width, height } = one.getBoundingClientRect()
    const isOnTop = [0.1, 0.5, 0.9].some((part) => {
      const above = document.elementFromPoint(left + width / 2, top + height * part)
      return above !== null && (one.contains(above) || above.contains(one))
    })
    const style = getComputedStyle(one, isDrawnByLabel ? '::before' : null)
    const label = isDrawnByLabel ? one.labels?.[0] : undefined
    const styles = [style, ...(label ? [getComputedStyle(label, '::before')] : [])]
    const isMarked = styles.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
    )
    return [...(isOnTop ? [] : ['is under something']), ...(isMarked ? [] : ['shows no focus'])]
  })
  expect.soft(faults, `${target} with the focus`).toEqual([])
}

/** Ticks a checkbox or chooses a radio as keyboards do: the arrows go through a group of radios. */
export async function choose(page: Page, target: Locator): Promise<void> {
  if (await target.isChecked()) return
  if ((await target.getAttribute('type')) === 'checkbox') {
    await reach(page, target)
    await page.keyboard.press('Space')
  } else {
    await reach(page, await firstStopOf(page, target))
    await page.keyboard.press('Space')
    for (let step = 0; step < 20 && !(await target.isChecked()); step += 1)
      await page.keyboard.press('ArrowDown')
  }
  await expect(target).toBeChecked()
}

/** The Tab key stops once at a group of radios: at the chosen one, or else at the first. */
async function firstStopOf(page: Page, target: Locator): Promise<Locator> {
  const name = await target.getAttribute('name')
  const group = page.locator(`input[type=radio][name="${name}"]`)
  const chosen = group.and(page.locator(':checked'))
  return (await chosen.count()) > 0 ? chosen.first() : group.first()
}

/** Types into a field what somebody types, after whatever stood there is gone. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target)
  await page.keyboard.press('ControlOrMeta+a')
  if (text === '') await page.keyboard.press('Delete')
  else await page.keyboard.insertText(text)
}

/** Goes through a select with the letters of the option. */
export async function select(page: Page, target: Locator, option: string): Promise<void> {
  await reach(page, target)
  await page.keyboard.type(option)
  await expect(target.locator('option:checked')).toHaveText(option)
}
