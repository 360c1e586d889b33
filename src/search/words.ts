const TERMS_MAX = 10
const TERM_LENGTH_MAX = 60

/**
 * What somebody typed as an FTS5 expression: each term quoted, so that nothing is an operator, and each a prefix.
 * Control characters part words like spaces: SQLite would read no further than a NUL.
 * @returns null when nothing searchable is left, which means "everything"
 */
export function matchExpression(words: string): string | null {
  const terms = words
    .split(/[\s\p{Cc}]+/u)
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .slice(0, TERMS_MAX)
    .map((term) => `"${term.slice(0, TERM_LENGTH_MAX).replaceAll('"', '""')}"*`)
  return terms.length > 0 ? terms.join(' AND ') : null
}
