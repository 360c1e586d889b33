import type Sqlite from 'better-sqlite3'
import { addAccounts, addOrganisations } from './canary/accounts'
import { Canaries, type Spot } from './canary/canaries'
import { addNewcomer } from './canary/people'
import { type CanaryMap, createScene, type Given } from './canary/scene'
import { hasAccounts } from './demo'

type Connection = InstanceType<typeof Sqlite>

/** Names of one letter: as short as a name can be. */
class Shortest extends Canaries {
  #named = 0

  override name(spot: Spot): string {
    super.word(spot)
    return String.fromCodePoint('A'.charCodeAt(0) + (this.#named++ % 26))
  }
}

/**
 * Fills a migrated, empty database with one account of every role, and nothing else: every list of theirs is empty.
 * @returns who there is
 */
export async function seedBare(sqlite: Connection, given: Omit<Given, 'Texts'>): Promise<CanaryMap> {
  if (hasAccounts(sqlite)) throw new Error('There are accounts in this database already')
  const scene = createScene({ ...given, Texts: Shortest })
  addOrganisations(scene)
  await addAccounts(scene, ['first'])
  addNewcomer(scene)
  scene.history.addTo(scene.rows)
  scene.rows.write(sqlite)
  return scene.map
}
