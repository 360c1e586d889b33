import { demoAccounts } from '../../db/seed/demo'
import { type RunningWorld, startWorld, WORLD_NAMES } from './worlds'

/** The built product, running by itself: once in each world. */
export type Service = {
  worlds: readonly RunningWorld[]
  env: Record<string, string>
  stop: () => Promise<void>
}

/**
 * Starts the built product with fresh data in temporary folders.
 * @returns what tests need to find it, and how to end it; `stop` also deletes the folders
 */
export async function startService(): Promise<Service> {
  const worlds: RunningWorld[] = []
  for (const name of WORLD_NAMES) worlds.push(await startWorld(name))
  const demo = worlds.find(({ name }) => name === 'demo')
  const env = {
    WAYMARK_URL: demo?.url ?? '',
    WAYMARK_MAIL: demo?.mailFolder ?? '',
    WAYMARK_PEOPLE: JSON.stringify(demoAccounts()),
    WAYMARK_WORLDS: JSON.stringify(worlds),
  }
  return { worlds, env, stop: async () => void (await Promise.all(worlds.map(({ stop }) => stop()))) }
}
