import type { Actor, Known } from './actors'
import { type Answer, ask } from './ask'
import { formFor } from './forms'
import { openScene } from './open-scene'
import type { Proof, ProofContext } from './proof'
import { type Check, mayChange, planChecks, ROUTES } from './roles-plan'
import type { Rows } from './rows'
import { type Forgery, forgeriesOf, sameOrigin } from './forgeries'

const AT_ONCE = 16

/** More than any path has. */
const EVERY_WAY = 10_000

export const crossSite: Proof = {
  name: 'cross-site',
  claim: 'a form counts only when a page of the product itself sent it, and no GET or HEAD changes anything',
  unit: 'requests of each route',
  defaultSize: 12,
  ciSize: 2,
  async run(context) {
    const { chance, log } = context
    const { product, actors, map, rows } = await openScene(context)
    const checks = planChecks(actors.filter(isFirst), map, { chance, most: EVERY_WAY })
    const trial: Trial = { map, rows, port: product.port, failures: [] }
    const writes = perRoute(
      checks.filter((check) => mayChange(check) && check.expected === 'there'),
      context,
    )
    log(`${writes.length} forms of ${actors.filter(isFirst).length} actors`)
    const counts = {
      routes: new Set(writes.map(({ route }) => route.path)).size,
      'forged posts': await tryForgeries(trial, writes),
      'posts of its own that worked': await tryOwn(trial, writes),
      'GETs and HEADs': await tryReads(trial, perRoute(checks, context)),
    }
    rows.close()
    return { counts, failures: [...trial.failures, ...missingFrom(writes)] }
  },
}

/** Whoever may do most: somebody who is refused anyway proves nothing. */
const isFirst = ({ account, role }: Actor) => account?.relation === 'first' && role !== 'visitor'

/** So many of each route, drawn from all that are expected to be let in. */
function perRoute(checks: readonly Check[], { chance, size }: ProofContext): Check[] {
  const routes = new Map<string, Check[]>()
  for (const check of checks) {
    const name = `${check.route.method} ${check.route.path}`
    routes.set(name, [...(routes.get(name) ?? []), check])
  }
  return [...routes.values()].flatMap((list) => chance.some(list, size))
}

type Trial = { map: Known; rows: Rows; port: number; failures: string[] }

/** A form that nobody was asked with is not proved. */
function missingFrom(writes: readonly Check[]): string[] {
  const tried = new Set(writes.map(({ route }) => route.path))
  return ROUTES.filter(
    ({ method, path }) => method !== 'GET' && !path.startsWith('/demo') && !tried.has(path),
  ).map(({ path }) => `POST ${path} was not tried`)
}

function send(trial: Trial, check: Check, forgery: Forgery): Promise<Answer> {
  const { actor, route, filling } = check
  actor.forget()
  const cookie = [...actor.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const { headers, body } = forgery.make(formFor(route, filling, trial.map))
  return ask(trial.port, {
    method: forgery.method ?? 'POST',
    path: `${filling.path}${forgery.query ?? ''}`,
    headers: { cookie, ...headers },
    body,
  })
}

const describe = ({ actor, route }: Check, { name }: Forgery) =>
  `${actor.key} POST ${route.path} with ${name}`

async function tryForgeries(trial: Trial, writes: readonly Check[]): Promise<number> {
  const forgeries = forgeriesOf(trial.port)
  for (const forgery of forgeries) {
    for (let from = 0; from < writes.length; from += AT_ONCE)
      await tryForgery(trial, writes.slice(from, from + AT_ONCE), forgery)
  }
  return writes.length * forgeries.length
}

async function tryForgery(trial: Trial, batch: readonly Check[], forgery: Forgery): Promise<void> {
  const answers = await Promise.all(batch.map((check) => send(trial, check, forgery)))
  for (const [index, check] of batch.entries()) {
    const { status } = answers[index] as Answer
    if (!forgery.refused.includes(status))
      trial.failures.push(
        `${describe(check, forgery)}: expected ${forgery.refused.join(' or ')}, got ${status}`,
      )
  }
  // A GET is a look, whatever else it says it is.
  const looks = forgery.method === 'GET' ? ['view_event'] : []
  const changed = trial.rows.changedTables().filter((table) => !looks.includes(table))
  if (changed.length > 0)
    trial.failures.push(
      `${changed.join(', ')} changed during ${batch.map((check) => describe(check, forgery)).join('; ')}`,
    )
  await trial.rows.restore()
}

/** The same forms sent as the product's own pages send them: otherwise a refusal proves nothing. */
async function tryOwn(trial: Trial, writes: readonly Check[]): Promise<number> {
  let worked = 0
  for (const check of writes) {
    for (const own of sameOrigin(trial.port)) {
      const { status } = await send(trial, check, own)
      if (![200, 303, 409, 422].includes(status))
        trial.failures.push(`${describe(check, own)}: expected to be let in, got ${status}`)
      if (trial.rows.changedTables().some((table) => table !== 'idempotency')) worked += 1
      await trial.rows.restore()
    }
  }
  return worked
}

/** Looking changes nothing but the note that somebody looked; HEAD and GET of what only takes forms, nothing at all. */
async function tryReads(trial: Trial, checks: readonly Check[]): Promise<number> {
  let count = 0
  for (const method of ['GET', 'HEAD']) {
    for (let from = 0; from < checks.length; from += AT_ONCE) {
      const batch = checks.slice(from, from + AT_ONCE)
      await Promise.all(
        batch.map(({ actor, filling }) => {
          actor.forget()
          return actor.visitor.send({ method, path: `${filling.path}?key=${'0'.repeat(32)}&answer=yes` })
        }),
      )
      count += batch.length
      const changed = trial.rows.changedTables().filter((table) => table !== 'view_event')
      if (changed.length > 0)
        trial.failures.push(
          `${changed.join(', ')} changed during ${method} of ${batch.map(({ filling }) => filling.path).join(', ')}`,
        )
      await trial.rows.restore()
    }
  }
  return count
}
