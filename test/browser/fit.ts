import type { Page } from '@playwright/test'

/** A screen of 1,280 px at 400 % has 320 CSS px left (WCAG 2.2, success criterion 1.4.10); a phone, a tablet, a desk. */
const WIDTHS = [320, 360, 768, 1280] as const

/** What does not fit on this page, with everything unfolded, at each width; and what is empty or not kept apart. */
export async function fitFaults(page: Page): Promise<string[]> {
  const faults = new Set(await page.evaluate(contentFaults))
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const fault of await page.evaluate(layoutFaults)) faults.add(`at ${width} px: ${fault}`)
  }
  return [...faults]
}

/** Runs in the page: what is wrong with it at any width. */
function contentFaults(): string[] {
  for (const details of document.querySelectorAll('details')) details.open = true
  const faults: string[] = []
  const shown = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 60)}`
  const main = document.querySelector('main')
  if (!main?.querySelector('p, li, td, dd, label, legend')) faults.push('has a heading and nothing under it')
  for (const list of document.querySelectorAll('ul, ol, dl, tbody, select'))
    if (list.children.length === 0) faults.push(`has an empty list ${shown(list)}`)
  for (const heading of main?.querySelectorAll('h1, h2, h3') ?? []) {
    const next = heading.nextElementSibling
    const isLast = !next && (heading.parentElement?.textContent ?? '').trim() === heading.textContent?.trim()
    const isQuestion = heading.closest('legend') !== null
    if (!isQuestion && (isLast || (next && /^H[12]$/.test(next.tagName) && next.tagName <= heading.tagName)))
      faults.push(`has nothing under ${shown(heading)}`)
  }
  const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
  const unisolated = (text: string) => rightToLeft.test(text.replace(/\u2068[^\u2069]*\u2069/g, ''))
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement
    if (!parent || parent.closest('bdi, [dir=auto], script, style')) continue
    if (getComputedStyle(parent).unicodeBidi === 'plaintext') continue
    if (unisolated(node.textContent ?? '')) faults.push(`does not keep a name apart in ${shown(parent)}`)
  }
  for (const element of document.querySelectorAll('[aria-label], [title]'))
    if (unisolated(`${element.getAttribute('aria-label')} ${element.getAttribute('title')}`))
      faults.push(`does not keep a name apart in the label of ${shown(element)}`)
  return faults
}

/** Runs in the page: what is cut off, sticks out or lies over something else at this width. */
function layoutFaults(): string[] {
  const [NARROW, ORDINARY] = [200, 16]
  const faults: string[] = []
  const shown = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 60)}`
  const { scrollWidth = 0 } = document.scrollingElement ?? {}
  if (scrollWidth > window.innerWidth) faults.push(`is ${scrollWidth} px wide`)
  const isAside = (element: Element) =>
    element.closest('.govuk-visually-hidden, .govuk-skip-link, script, style, noscript, option, svg') !== null
  const scrolls = (element: Element) => {
    for (let one: Element | null = element; one; one = one.parentElement)
      if (/auto|scroll/.test(getComputedStyle(one).overflowX) && one !== document.body) return true
    return false
  }
  /** An ordinary word that does not stand on one line. */
  const brokenWord = (node: Node, range: Range) => {
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s\u05be-]+/g)) {
      if (word.length > ORDINARY) continue
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const tops = [...range.getClientRects()]
        .filter(({ width }) => width > 1)
        .map(({ top }) => Math.round(top))
      if (Math.max(...tops) - Math.min(...tops) > 4) return word
    }
    return undefined
  }
  const boxes: { rect: DOMRect; element: Element }[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || isAside(element) || !element.checkVisibility()) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    let box: Element = element
    while (getComputedStyle(box).display.startsWith('inline') && box.parentElement) box = box.parentElement
    const room = box.getBoundingClientRect()
    const broken = room.width < NARROW && brokenWord(node, range)
    if (broken) faults.push(`breaks “${broken}” in ${shown(element)}`)
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) {
      if ((rect.right > room.right + 1 || rect.left < room.left - 1) && !scrolls(element))
        faults.push(`sticks out of its box: ${shown(element)}`)
      const isPinned = /fixed|sticky|absolute/.test(getComputedStyle(element).position)
      if (rect.width > 2 && !isPinned && !element.closest('.govuk-exit-this-page'))
        boxes.push({ rect, element })
    }
  }
  boxes.sort((one, other) => one.rect.top - other.rect.top)
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (other.rect.top > one.rect.bottom) break
      const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
      const down = Math.min(one.rect.bottom, other.rect.bottom) - other.rect.top
      if (across > 2 && down > Math.min(one.rect.height, other.rect.height) / 2)
        faults.push(`lies over other text: ${shown(one.element)} and ${shown(other.element)}`)
    }
  }
  return faults
}
