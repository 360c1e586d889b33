import type Sqlite from 'better-sqlite3'
import { addAccounts, addOrganisations } from './canary/accounts'
import { addAsks } from './canary/asks'
import { addCheckTasks } from './canary/check-tasks'
import { addMatches } from './canary/matches'
import { addMentors } from './canary/mentors'
import { addMentorRequests } from './canary/mentor-requests'
import { addOffers } from './canary/offers'
import { addPeople } from './canary/people'
import { addNoMatches } from './canary/no-match'
import { addRounds } from './canary/rounds'
import { addRuleSets } from './canary/rule-sets'
import { byKey, type CanaryMap, createScene, type Given, type Scene } from './canary/scene'
import { hasAccounts } from './demo'

type Connection = InstanceType<typeof Sqlite>

/**
 * Fills a migrated, empty database with people of every role and relation, so that every personal field of each
 * holds a text that is nowhere else: whatever shows such a text shows where it leaked from.
 * @returns who and what there is, and where each text is
 * @throws when there are accounts already
 */
export async function seedCanary(sqlite: Connection, given: Given): Promise<CanaryMap> {
  if (hasAccounts(sqlite)) throw new Error('There are accounts in this database already')
  const scene = createScene(given)
  addOrganisations(scene)
  await addAccounts(scene)
  await addPeople(scene)
  addOffers(scene)
  addMatches(scene)
  addNoMatches(scene)
  addRounds(scene)
  addRuleSets(scene)
  addCheckTasks(scene)
  await addMentors(scene)
  addMentorRequests(scene)
  addAsks(scene)
  addViews(scene)
  scene.history.addTo(scene.rows)
  scene.rows.write(sqlite)
  return scene.map
}

/** Somebody has looked at everybody, so that "who looked" names somebody. */
function addViews({ rows, map, daysAgo }: Scene): void {
  for (const { id } of map.people) {
    for (const viewer of map.viewers)
      rows.add('view_event', {
        at: daysAgo(6),
        actor_id: byKey(map.accounts, viewer).id,
        care_leaver_id: id,
        what: 'record',
      })
  }
}
