import { type Actor, bringActors, type Known, sessionsOf } from './actors'
import { makeCanaryDatabase } from './databases'
import type { ProofContext } from './proof'
import { leaveOutPostcodes, type Rows, watchRows } from './rows'
import type { RunningProduct } from '../support/built-product'

/** The canary scenario in a running product, everybody of it at the door, and its rows watched from outside. */
export type RunningScene = { product: RunningProduct; actors: readonly Actor[]; map: Known; rows: Rows }

/** Opens the scenario; `prepare` may still change the file before its rows are kept as what to go back to. */
export async function openScene(
  { folder, seed, startProduct }: ProofContext,
  prepare?: (path: string, actors: readonly Actor[]) => void,
): Promise<RunningScene> {
  const path = `${folder}/waymark.sqlite`
  const scenario = await makeCanaryDatabase(path, seed)
  leaveOutPostcodes(path)
  const product = await startProduct()
  const actors = await bringActors(product, scenario)
  prepare?.(path, actors)
  const map = { ...scenario, sessions: await sessionsOf(actors) }
  return { product, actors, map, rows: await watchRows(path) }
}
