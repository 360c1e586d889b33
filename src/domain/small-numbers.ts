/** A count below this could tell about one person. */
export const SMALL_NUMBER = 5

/**
 * Protects the counts of one table: those from 1 to 4 are not told, and where only one would be missing, which the
 * total would give away, the next smallest is not told either (GSS, "Ensuring confidentiality of tables", 2019).
 * @returns each count, or null where it is not told
 */
export function protectCounts(counts: readonly number[]): (number | null)[] {
  const isSmall = (count: number) => count > 0 && count < SMALL_NUMBER
  const hidden = new Set(counts.flatMap((count, index) => (isSmall(count) ? [index] : [])))
  if (hidden.size === 1) {
    const next = counts
      .map((count, index) => ({ count, index }))
      .filter(({ count, index }) => count > 0 && !hidden.has(index))
      .sort((one, other) => one.count - other.count)[0]
    if (next) hidden.add(next.index)
  }
  return counts.map((count, index) => (hidden.has(index) ? null : count))
}
