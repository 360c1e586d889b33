import { decodeEntities } from './entities'
import { after, readTag, toLowerSameLength } from './html-tag'

/** What is inside these is never for reading. */
const HIDDEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'title',
  'select',
  'textarea',
])

const LINES = new Set(
  'p br div h1 h2 h3 h4 h5 h6 ul ol dl dt dd tr table section article header footer blockquote hr pre'.split(
    ' ',
  ),
)

const KNOWN_TAG =
  /<\/?(?:p|br|div|span|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|a|b|i|u|em|strong|img|script|style|iframe|svg|section|article|font|hr|html|body)\b[^<>]*>/i

const LINE_TAG = /<(?:p|br|div|li|h[1-6]|tr)\b/i

/** Whether a text is written in HTML, and not only with a `<` in it. */
const looksLikeHtml = (text: string): boolean => KNOWN_TAG.test(text)

/**
 * HTML as text: paragraphs and the points of a list are lines, everything between tags that is for reading stays,
 * scripts, styles and tags go. What comes out is text to be escaped like any other.
 */
export function toPlainText(html: string): string {
  const once = strip(html)
  // Some sites escape their HTML before they put it into JSON.
  return looksLikeHtml(once) ? strip(once) : once
}

/** A cell or a value as text: HTML is reduced, anything else stays as it was typed. */
export const asPlainText = (text: string): string => (looksLikeHtml(text) ? toPlainText(text) : tidy(text))

/** The same on one line. */
export const asOneLine = (text: string): string => asPlainText(text).replace(/\s+/g, ' ')

function strip(html: string): string {
  // Where tags make the lines, line ends between them are only how the file is laid out.
  const text = LINE_TAG.test(html) ? html.replace(/\s+/g, ' ') : html
  const lower = toLowerSameLength(text)
  const parts: string[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<', at)
    if (open === -1) break
    parts.push(text.slice(at, open))
    const tag = readTag(lower, open)
    parts.push(tag ? markOf(tag) : '<')
    at = tag?.end ?? open + 1
    if (tag && !tag.isClosing && HIDDEN.has(tag.name))
      at = after(lower, '>', Math.min(after(lower, `</${tag.name}`, at), lower.length))
  }
  return tidy(decodeEntities(parts.join('') + text.slice(at)))
}

function markOf({ name, isClosing }: { name: string; isClosing: boolean }): string {
  if (name === 'li') return isClosing ? '\n' : '\n• '
  if (LINES.has(name)) return '\n'
  return name === 'td' || name === 'th' ? ' ' : ''
}

/** Trimmed lines without empty ones; a point whose text stands on the next line takes it up. */
function tidy(text: string): string {
  const lines: string[] = []
  for (const raw of text.replace(/\r\n?/g, '\n').replace(CONTROLS, '').split('\n')) {
    const line = raw.replace(/[^\S\n]+/g, ' ').trim()
    if (line === '' || (line === '•' && lines.at(-1) === '•')) continue
    if (lines.at(-1) === '•') lines[lines.length - 1] = `• ${line.replace(/^• /, '')}`
    else lines.push(line)
  }
  return lines.filter((line) => line !== '•').join('\n')
}

const CONTROLS = /[^\P{Cc}\t\n]/gu
