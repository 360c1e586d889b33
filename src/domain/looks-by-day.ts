import { type Day, dayOf, type Instant } from './dates'

/** One look at somebody's information, in the words that tell who it was and at what. */
type Look = { at: Instant; name: string; role: string; what: string }

/** Looks of one day that read the same. `at` is the newest of them. */
export type LooksOfDay<Each extends Look = Look> = Each & { day: Day; count: number }

/**
 * Puts the looks together that say the same of one day in the United Kingdom: the same name and role, at the same thing.
 * Nothing is left out, so the counts add up to as many as were given.
 * @param looks the newest first
 * @returns the newest first, by the newest look of each
 */
export function looksByDay<Each extends Look>(looks: readonly Each[]): LooksOfDay<Each>[] {
  const together = new Map<string, LooksOfDay<Each>>()
  for (const look of looks) {
    const day = dayOf(new Date(look.at))
    const key = JSON.stringify([day, look.name, look.role, look.what])
    const known = together.get(key)
    if (known) known.count += 1
    else together.set(key, { ...look, day, count: 1 })
  }
  return [...together.values()]
}
