import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env'
import { readCookie } from '../../http/cookies'

/** Kent and its neighbours in kilometres of the British National Grid. */
const EAST = { min: 490, max: 660 }
const NORTH = { min: 80, max: 220 }

/** The square somebody said they are near, kept until they sign out or close the browser. */
export function readWhere(c: Context<AppEnv>): { cellEast: number; cellNorth: number } | null {
  const [east, north] = (readCookie(c, 'where') ?? '').split('-').map(Number)
  const isInside = (value: number | undefined, range: { min: number; max: number }): value is number =>
    Number.isInteger(value) && (value as number) >= range.min && (value as number) <= range.max
  return isInside(east, EAST) && isInside(north, NORTH) ? { cellEast: east, cellNorth: north } : null
}
