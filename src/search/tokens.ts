import { stemmer } from 'stemmer'

/** Lower case, without accents, cut at whatever is no letter or digit: as the full-text index cuts. */
export function tokensOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** A word comes a thousand times in the texts; its stem is worked out once. */
const STEMS = new Map<string, string>()
const STEMS_MAX = 50_000

/** The stem of a word (Porter 1980), as the full-text index has it. */
export function stemOf(word: string): string {
  const known = STEMS.get(word)
  if (known !== undefined) return known
  if (STEMS.size >= STEMS_MAX) STEMS.clear()
  const stem = stemmer(word)
  STEMS.set(word, stem)
  return stem
}

const ENDINGS = /(?:ments?|ations?|ings?|ists?|ers?|ors?|ies|y|es|s|ed)$/

/** The word without the ending that makes a doer, a deed or a field of it; a doubled letter before it goes too. */
export function rootOf(word: string): string {
  const root = word.replace(ENDINGS, '')
  return /(.)\1$/.test(root) && !/(?:ll|ss|ff|zz)$/.test(root) ? root.slice(0, -1) : root
}

/** Shorter roots begin too many other words. */
const ROOT_LENGTH_MIN = 4

/**
 * A text with each word cut to its root, for an engine that knows no stems: “gardening” and “gardener” are “garden”,
 * “plumbing” and “plumber” are “plumb”. The same is done to what is looked for.
 */
export function rootsOf(text: string): string {
  return tokensOf(text)
    .map((word) => {
      const stem = stemOf(word)
      const root = rootOf(stem)
      return root.length >= ROOT_LENGTH_MIN ? root : stem
    })
    .join(' ')
}
