/**
 * How much each soft factor counts, in hundredths of the total. What the person wants counts for 55, what makes it
 * work for 25, and whose turn it is for 20. A change is a decision record, a new version, and figures from before
 * and after.
 */
export const WEIGHTS: Readonly<Record<string, number>> = {
  interests: 25,
  goals: 20,
  'covenant-outcome': 10,
  'travel-ease': 15,
  'support-fit': 10,
  'waiting-time': 15,
  'earlier-offers': 5,
}

/** Stored with every score, so that an old total is read with the weights it was made with. */
export const WEIGHTS_VERSION = '2026-1'

const sum = Object.values(WEIGHTS).reduce((total, weight) => total + weight, 0)
if (sum !== 100) throw new Error(`The weights sum to ${sum}, and have to sum to 100`)

/** What a factor counts, in hundredths of the total. */
export function weightOf({ id }: { id: string }): number {
  const weight = WEIGHTS[id]
  if (weight === undefined) throw new Error(`The factor ${id} has no weight`)
  return weight
}
