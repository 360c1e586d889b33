import type { District } from './taxonomy'

/** The kilometre square in the middle of a district's postcodes, so where most of its people are. */
type Centre = { cellEast: number; cellNorth: number }

/** Their means, from the Office for National Statistics' postcode directory; a test works them out again. */
const CENTRES: Record<District, readonly [east: number, north: number]> = {
  E07000105: [598, 141],
  E07000106: [615, 161],
  E07000107: [555, 173],
  E07000108: [631, 148],
  E07000109: [565, 172],
  E07000110: [577, 153],
  E07000111: [551, 156],
  E07000112: [616, 134],
  E07000113: [594, 165],
  E07000114: [635, 168],
  E07000115: [564, 153],
  E07000116: [564, 139],
  E06000035: [576, 167],
}

/** Where the distance is measured from for somebody who names a district instead of a place. */
export function centreOf(district: District): Centre {
  const [cellEast, cellNorth] = CENTRES[district]
  return { cellEast, cellNorth }
}
