import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate'
import { seedCanary } from '../../db/seed/canary'
import { Chance } from '../../db/seed/demo/chance'
import { createSecrets } from '../../src/auth/secrets'
import type { Actor, Known } from './actors'
import { maySee } from './allowed'
import { DEEDS, NOT_DEEDS } from './deeds'
import { formFor } from './forms'
import { planChecks, ROUTES } from './roles-plan'
import { createFinder } from './sightings'
import { fillingsOf } from './things'

const draw = { chance: new Chance(1), most: 100 }
let map: Known

beforeAll(async () => {
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, 'db/migrations')
  const secrets = createSecrets(['tables-tests-only-key-0123456789abcd'])
  map = { ...(await seedCanary(sqlite, { now: new Date(), secrets, seed: 1 })), sessions: [] }
})

const actorsOf = ({ accounts }: Known): Actor[] =>
  accounts.map((account) => ({
    key: account.key,
    role: account.state === 'active' ? account.role : 'visitor',
    account,
    visitor: {} as Actor['visitor'],
    forget: () => {},
  }))

// A new route or column is missed here at once, and not only when everything is proved.
describe('the tables of the proofs', () => {
  it('say of every route what each part of its path is, and for whom what it names exists', () => {
    const checks = planChecks(actorsOf(map), map, draw)
    expect(new Set(checks.map(({ route }) => `${route.method} ${route.path}`)).size).toBe(ROUTES.length)
    expect(new Set(checks.map(({ expected }) => expected))).toEqual(
      new Set(['sign-in', 'forbidden', 'there', 'not-there', 'silent']),
    )
  })

  it('say of every form how it is filled in', () => {
    for (const route of ROUTES.filter(({ method }) => method === 'POST')) {
      const [filling] = fillingsOf(route.path, map, draw)
      if (filling) expect(() => formFor(route, filling, map)).not.toThrow()
    }
  })

  it('make a deed of every form, or say why it is none', () => {
    const forms = ROUTES.filter(({ method }) => method === 'POST').map(({ path }) => `POST ${path}`)
    const deeds = new Set(DEEDS.map(({ route }) => route))
    expect([...deeds, ...Object.keys(NOT_DEEDS)].sort()).toEqual([...forms].sort())
  })

  it('say of everything personal who may see it, and never a visitor', () => {
    const find = createFinder(map)
    const personal = find(JSON.stringify(map)).filter(
      ({ column }) => !/^(organisation|opportunity)\./.test(column),
    )
    expect(personal.length).toBeGreaterThan(200)
    expect(personal.filter((canary) => maySee(null, canary, map))).toEqual([])
  })
})
