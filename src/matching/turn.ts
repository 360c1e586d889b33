import type { Day } from '../domain/dates'

/** Code units, not a language's order: the same on every machine. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** Those who wait come before those who do not, and among them the longest wait first. */
export function compareWaiting(one: Day | null, other: Day | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return compareText(one, other)
}
