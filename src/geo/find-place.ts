import { parse } from 'postcode'
import type { Reader } from '../../db/database'
import { findPostcode, findTown } from '../../db/queries/places'
import type { District } from '../domain/taxonomy'

export type FoundPlace = { district: District; cellEast: number; cellNorth: number }

/**
 * Turns what somebody typed into a district and a 1 km square; what they typed is then dropped.
 * @param typed a postcode or a town of Kent or Medway
 * @returns undefined when it is neither
 */
export async function findPlace(db: Reader, typed: string): Promise<FoundPlace | undefined> {
  const postcode = parse(typed)
  if (postcode.valid) return findPostcode(db, postcode.postcode.replace(' ', ''))
  return findTown(db, typed)
}
