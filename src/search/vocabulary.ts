import { rootOf, stemOf, tokensOf } from './tokens'

/** Two words that differ by one letter more, less, other or swapped share a form with one letter taken out. */
const TYPO_LENGTH_MIN = 4

/** A letter or two begin too many words. */
const BEGUN_LENGTH_MIN = 3

/**
 * All words of the offers that can be found: what a typed word may have meant. Built from their texts; it holds no word
 * of anything else.
 */
export class Vocabulary {
  private readonly words = new Set<string>()
  private readonly byStem = new Map<string, string[]>()
  private readonly byDeletion = new Map<string, string[]>()

  private readonly textsByStem = new Map<string, number>()

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      const words = new Set(tokensOf(text))
      for (const word of words) this.add(word)
      for (const stem of new Set([...words].map(stemOf)))
        this.textsByStem.set(stem, (this.textsByStem.get(stem) ?? 0) + 1)
    }
  }

  /** How many texts have the word in any form of its stem. */
  countTexts(word: string): number {
    return this.textsByStem.get(stemOf(word)) ?? 0
  }

  private add(word: string): void {
    if (this.words.has(word)) return
    this.words.add(word)
    push(this.byStem, stemOf(word), word)
    if (word.length >= TYPO_LENGTH_MIN)
      for (const form of deletionsOf(word)) push(this.byDeletion, form, word)
  }

  has(word: string): boolean {
    return this.words.has(word) || this.byStem.has(stemOf(word))
  }

  /** Words that begin as the word's root does: “plumber” and “plumbing” share one. */
  related(word: string): string[] {
    const root = rootOf(word)
    if (root.length < 4) return []
    return [...this.words].filter(
      (one) => one !== word && one.startsWith(root) && one.length - root.length <= 5,
    )
  }

  /** Words that are one letter off. Short words with another first letter are other words: “down” is not “town”. */
  corrected(word: string): string[] {
    if (word.length < TYPO_LENGTH_MIN) return []
    const found = new Set<string>()
    for (const form of deletionsOf(word))
      for (const one of this.byDeletion.get(form) ?? [])
        if (isOneEdit(word, one) && (word.length > 5 || one[0] === word[0])) found.add(one)
    return [...found]
  }

  /** The longest word of the texts that a word begins with: “fireman” has something to do with fire. */
  startOf(word: string): string[] {
    for (let length = word.length - 2; length >= 4; length -= 1)
      if (this.words.has(word.slice(0, length))) return [word.slice(0, length)]
    return []
  }

  /** The shortest word of the texts that begins with what was typed: “appren” is on its way to “apprentice”. */
  begunBy(start: string): string | undefined {
    if (start.length < BEGUN_LENGTH_MIN) return undefined
    let found: string | undefined
    for (const word of this.words)
      if (word.startsWith(start) && (found === undefined || word.length < found.length)) found = word
    return found
  }

  /** “foodbank” as two words that stand in the texts. */
  parted(word: string): [string, string] | undefined {
    for (let cut = 3; cut <= word.length - 3; cut += 1) {
      const [one, other] = [word.slice(0, cut), word.slice(cut)]
      if (this.words.has(one) && this.words.has(other)) return [one, other]
    }
    return undefined
  }
}

const push = (table: Map<string, string[]>, key: string, value: string) => {
  const list = table.get(key)
  if (list) list.push(value)
  else table.set(key, [value])
}

/** The word itself and the word with each letter taken out. */
function deletionsOf(word: string): string[] {
  return [
    word,
    ...Array.from({ length: word.length }, (_, index) => word.slice(0, index) + word.slice(index + 1)),
  ]
}

/** One letter more, less or other, or two neighbours swapped (Damerau 1964). */
export function isOneEdit(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const [a, b] = [one.slice(start), other.slice(start)]
  if (a.length === b.length)
    return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  return a.length > b.length ? a.slice(1) === b : a === b.slice(1)
}
