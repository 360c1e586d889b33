import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { seedBareFile, seedDemoFile, seedExtremesFile } from '../../src/cli/seed-file'
import { startSession } from '../proofs/sessions'
import { SESSION } from '../proofs/visitor'
import { PRODUCT_KEY, startProduct } from '../support/built-product'
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder'

/** Nothing of anything; one of everything, as long as it may be; thousands of everything. */
export const WORLD_NAMES = ['bare', 'extremes', 'demo'] as const
export type WorldName = (typeof WORLD_NAMES)[number]

/** One installation of the product, and who can look at it. */
export type World = { name: WorldName; url: string; people: { key: string; token: string }[] }

export type RunningWorld = World & { mailFolder: string; stop: () => Promise<void> }

const KEYS = [PRODUCT_KEY] as const

type Somebody = { key: string; email: string }

const firsts = async (map: ReturnType<typeof seedBareFile>): Promise<Somebody[]> =>
  (await map).accounts.filter(({ relation }) => relation === 'first')

/** Fills an empty database. @returns whose pages differ from everybody else's */
const SEEDS: Record<WorldName, (path: string) => Promise<Somebody[]>> = {
  bare: (path) => firsts(seedBareFile(path, KEYS)),
  extremes: (path) => firsts(seedExtremesFile(path, KEYS)),
  demo: async (path) => (await seedDemoFile(path, KEYS)).map(({ name, email }) => ({ key: name, email })),
}

/** Starts the built product on fresh data of its own; `stop` also deletes them. */
export async function startWorld(name: WorldName): Promise<RunningWorld> {
  const folder = makeTemporaryFolder(`browser-${name}`)
  const [databasePath, mailFolder] = [join(folder, 'world.sqlite'), join(folder, 'mail')]
  const somebody = await SEEDS[name](databasePath)
  const product = await startProduct({ databasePath, mailFolder, env: { APP_ENV: 'development' } })
  const people: World['people'] = []
  for (const { key, email } of somebody) people.push({ key, token: await startSession(databasePath, email) })
  return {
    name,
    url: product.url,
    people,
    mailFolder,
    stop: async () => {
      await product.stop()
      removeFolder(folder)
    },
  }
}

/** As if they had signed in with a code: how that goes is walked elsewhere. */
export async function signInAs(context: BrowserContext, world: World, key: string): Promise<void> {
  const person = world.people.find((one) => one.key === key)
  if (!person) throw new Error(`Nobody of the world ${world.name} is ${key}`)
  // Its name keeps it to secure addresses, and a browser counts one of its own machine among them.
  const url = world.url.replace(/^http:/, 'https:')
  await context.addCookies([{ name: SESSION, value: person.token, url, secure: true, httpOnly: true }])
}
