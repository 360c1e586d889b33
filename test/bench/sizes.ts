import { drawnRound } from '../matching/allocate/rounds'

/** The sizes to plan for: fewer places than people, five bands, 45 to 50 offers each. England is 152 authorities. */
const SIZES = {
  kent: { people: 2000, opportunities: 300, pairsEach: 45, placesMax: 5, areas: 1 },
  twenty: { people: 20_000, opportunities: 2500, pairsEach: 50, placesMax: 8, areas: 10 },
  england: { people: 100_000, opportunities: 10_000, pairsEach: 50, placesMax: 12, areas: 152 },
} as const

export const FIT_MAX = 1000

/** A round of one of the sizes, the same each time. */
export const drawn = (size: keyof typeof SIZES, fitMax = FIT_MAX) =>
  drawnRound({ seed: 1, bands: 5, fitMax, ...SIZES[size] })
