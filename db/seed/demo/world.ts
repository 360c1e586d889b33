import type { Secrets } from '../../../src/domain/secrets'
import { type PlaceOnMap, readTowns } from '../reference'
import { Calendar } from './calendar'
import { Chance } from './chance'
import { History } from './history'
import { Names } from './people-names'
import { Rows } from './rows'

/** The one number behind every choice. Another number tells another story of the same shape. */
const SEED = 20_231_105

/** What every part of the demonstration is made with. */
export type World = {
  chance: Chance
  calendar: Calendar
  secrets: Secrets
  names: Names
  rows: Rows
  history: History
  towns: ReadonlyMap<string, PlaceOnMap>
}

/** An empty world on a day. */
export function createWorld(now: Date, secrets: Secrets): World {
  const chance = new Chance(SEED)
  return {
    chance,
    calendar: new Calendar(now, chance),
    secrets,
    names: new Names(chance),
    rows: new Rows(),
    history: new History(),
    towns: new Map(readTowns().map((town) => [town.name, town])),
  }
}

/** Where a town is. A name that is not in the list of towns is a mistake in the texts. */
export function townCalled(world: World, name: string): PlaceOnMap {
  const town = world.towns.get(name)
  if (!town) throw new Error(`There is no town called ${name}`)
  return town
}
