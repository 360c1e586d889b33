import { type District, DISTRICTS } from '../../src/domain/taxonomy'

/** From where distances are measured. */
export const middleWords = (near: District | null): string =>
  near === null ? 'the place you gave' : `the middle of ${DISTRICTS[near]}`

/** @param near the district from whose middle it is measured, if one was named */
export const distanceWords = (km: number, near: District | null) =>
  `Within ${Math.round(km * 0.621)} miles${near === null ? '' : ` of ${middleWords(near)}`}`
export const startsWords = (days: number) =>
  days === 7 ? 'Within a week' : days === 30 ? 'Within a month' : 'Within 3 months'

/** A town is asked for, and its whole district is shown: it says so. */
export function placeWords({ districts, place }: { districts: readonly District[]; place: string }): string {
  const name = DISTRICTS[districts[0] as District]
  return name === place ? place : `${place} and the rest of ${name}`
}
