import type { Chance } from '../../db/seed/demo/chance'
import { listRoutes, type RouteEntry } from '../../src/cli/app-without-data'
import { can, type Permission } from '../../src/policy/permissions'
import type { Actor, Known } from './actors'
import { type Standing, standingOf } from './scope'
import { type Filling, fillingsOf } from './things'

export type Expected = 'sign-in' | 'forbidden' | Standing

/** One request and what must come of it. */
export type Check = {
  actor: Actor
  route: RouteEntry
  filling: Filling
  /** Filled in as somebody would, or not at all. */
  form: 'filled' | 'empty'
  expected: Expected
}

/** Every route there is. */
export const ROUTES = listRoutes()

/** In production there is no demonstration. */
const isThere = ({ path }: RouteEntry) => !path.startsWith('/demo')

/**
 * Whoever holds a permission asks for everything; whoever does not is refused before anything is looked up, so for them
 * one thing of each kind is enough.
 * @param most ways to fill in one path
 */
export function planChecks(
  actors: readonly Actor[],
  map: Known,
  { chance, most }: { chance: Chance; most: number },
): Check[] {
  return ROUTES.flatMap((route) => {
    const fillings = sample(fillingsOf(route.path, map, { chance, most }), most, chance)
    return actors.flatMap((actor) => {
      const holds = can(actor.role, route.permission as Permission)
      const asked = holds ? fillings : [chance.pick(fillings)]
      return asked.flatMap((filling) => checksOf(route, { actor, holds, filling, map }))
    })
  })
}

/** What stands for nothing comes first and always stays: the rest is compared with it. */
function sample(fillings: readonly Filling[], most: number, chance: Chance): Filling[] {
  if (fillings.length <= most) return [...fillings]
  return [...fillings.slice(0, 2), ...chance.some(fillings.slice(2), most - 2)]
}

/** The week is looked up when the form is in order; until then the match's own page is shown again. */
const WEEK = /:week$/

type Asked = { actor: Actor; holds: boolean; filling: Filling; map: Known }

function checksOf(route: RouteEntry, asked: Asked): Check[] {
  const { actor, filling, holds } = asked
  const expected = expectedOf(route, asked)
  const filled: Check = { actor, route, filling, form: 'filled', expected }
  const isRefusedForm = holds && route.method === 'POST' && expected === 'not-there' && !WEEK.test(route.path)
  return isRefusedForm ? [filled, { ...filled, form: 'empty' }] : [filled]
}

function expectedOf(route: RouteEntry, { actor, holds, filling, map }: Asked): Expected {
  if (!isThere(route)) return 'not-there'
  if (!holds) return actor.role === 'visitor' ? 'sign-in' : 'forbidden'
  return standingOf(route, actor, filling, map)
}

const isAllowed = ({ expected }: Check) => expected === 'there' || expected === 'silent'

/** Whether something may change when it is answered. */
export const mayChange = (check: Check) => isAllowed(check) && check.route.method !== 'GET'

/** Whether a page is shown, and perhaps noted down that it was. */
export const isLook = (check: Check) => isAllowed(check) && check.route.method === 'GET'
