import { stemOf, tokensOf } from './tokens'
import type { Term } from './understand'

/** A piece of a text, and whether it says what was looked for. */
export type Piece = { text: string; isFound: boolean }

const WORD = /[\p{L}\p{N}\p{M}’']+/gu

/**
 * A text in pieces, those apart that answer the words; the pieces together are the text. Whoever shows them escapes them,
 * as they would escape the text.
 * @returns null when nothing in it answers them
 */
export function highlight(text: string, terms: readonly Term[]): Piece[] | null {
  const forms = terms.flatMap((term) => term.forms)
  const stems = new Set(forms.flatMap(({ words }) => words.map(stemOf)))
  const starts = forms.flatMap(({ words, isPrefix }) => (isPrefix ? words : []))
  const answers = (word: string) =>
    tokensOf(word).some(
      (token) => stems.has(stemOf(token)) || starts.some((start) => token.startsWith(start)),
    )
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!answers(word)) continue
    if (index > end) pieces.push({ text: text.slice(end, index), isFound: false })
    pieces.push({ text: word, isFound: true })
    end = index + word.length
  }
  if (pieces.length === 0) return null
  return end < text.length ? [...pieces, { text: text.slice(end), isFound: false }] : pieces
}
