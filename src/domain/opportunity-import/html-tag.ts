/** A tag, a comment or a declaration: where it ends, and what it is called. */
export type HtmlTag = { name: string; isClosing: boolean; end: number }

/**
 * The tag that begins at a place of a text in lower case, as browsers read it: a quoted value may hold `>`, and what
 * is never closed reaches to the end. Each character is looked at once, however the text is made.
 * @returns undefined when the `<` there begins no tag and is a sign like any other
 */
export function readTag(lower: string, start: number): HtmlTag | undefined {
  const mark = lower[start + 1] ?? ''
  if (lower.startsWith('<!--', start)) return { name: '!', isClosing: false, end: after(lower, '-->', start) }
  if (mark === '!' || mark === '?') return { name: '!', isClosing: false, end: after(lower, '>', start) }
  const isClosing = mark === '/'
  const from = start + (isClosing ? 2 : 1)
  if (!isLetter(lower[from])) return undefined
  let to = from
  while (to < lower.length && isNamePart(lower[to] as string)) to += 1
  return { name: lower.slice(from, to), isClosing, end: endOfTag(lower, to) }
}

/** The place after the next such text, or the end when there is none. */
export function after(lower: string, text: string, from: number): number {
  const found = lower.indexOf(text, from)
  return found === -1 ? lower.length : found + text.length
}

/** Only letters of ASCII: anything else could change the length, and with it every place in the text. */
export const toLowerSameLength = (text: string): string =>
  text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

const isLetter = (sign: string | undefined) => sign !== undefined && sign >= 'a' && sign <= 'z'

const isNamePart = (sign: string) => isLetter(sign) || (sign >= '0' && sign <= '9') || sign === '-'

function endOfTag(lower: string, from: number): number {
  let before = ''
  for (let at = from; at < lower.length; at += 1) {
    const sign = lower[at] as string
    if (sign === '>') return at + 1
    if ((sign === '"' || sign === "'") && before === '=') {
      const close = lower.indexOf(sign, at + 1)
      if (close === -1) return lower.length
      at = close
    }
    if (sign.trim() !== '') before = sign
  }
  return lower.length
}
