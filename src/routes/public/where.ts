import type { Context } from 'hono'
import { centreOf } from '../../domain/district-centres'
import { DISTRICT_CODES, type District } from '../../domain/taxonomy'
import type { AppEnv } from '../../http/app-env'
import { keepCookie, readCookie } from '../../http/cookies'

/** Kent and its neighbours in kilometres of the British National Grid. */
const EAST = { min: 490, max: 660 }
const NORTH = { min: 80, max: 220 }

/** Where distances are measured from: a square, and the district whose middle it is where somebody named one. */
export type Where = { cellEast: number; cellNorth: number; near: District | null }

export const middleOf = (near: District): Where => ({ ...centreOf(near), near })

/** What somebody said they are near, kept until they sign out or close the browser. */
export function readWhere(c: Context<AppEnv>): Where | null {
  const kept = readCookie(c, 'where') ?? ''
  const near = DISTRICT_CODES.find((code) => code === kept)
  if (near) return middleOf(near)
  const [east, north] = kept.split('-').map(Number)
  const isInside = (value: number | undefined, range: { min: number; max: number }): value is number =>
    Number.isInteger(value) && (value as number) >= range.min && (value as number) <= range.max
  return isInside(east, EAST) && isInside(north, NORTH)
    ? { cellEast: east, cellNorth: north, near: null }
    : null
}

/** A district is kept by its code; of a place that was typed, only the square. */
export function keepWhere(c: Context<AppEnv>, { cellEast, cellNorth, near }: Where): void {
  keepCookie(c, 'where', near ?? `${cellEast}-${cellNorth}`)
}
