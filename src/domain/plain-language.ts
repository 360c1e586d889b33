/** Sentences longer than this lose readers: the service's own limit is 25 words. */
const WORDS_MAX = 25

/** Letters everybody says: not worth a hint. */
const KNOWN = new Set(['UK', 'TV', 'CV', 'ID', 'PC', 'IT', 'OK', 'DJ', 'BBQ', 'GCSE', 'NHS', 'GP'])

/** Sentences with more than 25 words, as they were written. */
export function findLongSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.split(/\s+/).length > WORDS_MAX)
}

/** Words in capitals that a reader may not know, each once. */
export function findAcronyms(text: string): string[] {
  const found = text.match(/\b[A-Z][A-Z0-9]{1,5}s?\b/g) ?? []
  return [...new Set(found)].filter((word) => !KNOWN.has(word.replace(/s$/, '')))
}
