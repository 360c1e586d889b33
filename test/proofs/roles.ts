import type { Actor, Known } from './actors'
import type { Answer } from './ask'
import { formFor } from './forms'
import { openScene } from './open-scene'
import type { Proof } from './proof'
import { type Check, isLook, mayChange, planChecks, ROUTES } from './roles-plan'
import type { Rows } from './rows'
import { formHeaders } from './visitor'

const AT_ONCE = 16

/** No route has them, so nothing may come of them. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']

export const roles: Proof = {
  name: 'roles',
  claim: 'every route answers everybody as permissions and scopes say, and what is refused changes nothing',
  unit: 'ways to fill in each path',
  defaultSize: 300,
  ciSize: 5,
  async run(context) {
    const { chance, size, log } = context
    const { product, actors, map, rows } = await openScene(context)
    const checks = planChecks(actors, map, { chance, most: size })
    log(`${checks.length} checks of ${actors.length} actors on ${ROUTES.length} routes`)
    const trial = {
      map,
      rows,
      origin: product.url,
      failures: [] as string[],
      isWhole: size >= roles.defaultSize,
    }
    const counts = {
      routes: ROUTES.length,
      actors: actors.length,
      refusals: await tryRefusals(
        trial,
        checks.filter((check) => !mayChange(check) && !isLook(check)),
      ),
      looks: await tryLooks(trial, checks.filter(isLook)),
      ...(await tryChanges(trial, checks.filter(mayChange))),
      'other methods': await tryOtherMethods(trial, actors),
    }
    rows.close()
    return { counts, failures: trial.failures }
  },
}

type Trial = { map: Known; rows: Rows; origin: string; failures: string[]; isWhole: boolean }

async function send({ map }: Trial, { actor, route, filling, form }: Check): Promise<Answer> {
  actor.forget()
  if (route.method === 'GET') return actor.visitor.get(filling.path)
  return actor.visitor.post(filling.path, form === 'empty' ? {} : formFor(route, filling, map))
}

/** What came of a request, in the words of what was expected. */
function outcomeOf({ status, headers }: Answer, path: string): string {
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-there'
  const isAskedToSignIn = status === 303 && headers.location?.startsWith('/sign-in')
  if (isAskedToSignIn && !/^\/(sign-in|join)\b/.test(path)) return 'sign-in'
  return [200, 303, 409, 422].includes(status) ? 'there' : `${status}`
}

function judge({ failures }: Trial, check: Check, answer: Answer): boolean {
  const outcome = outcomeOf(answer, check.route.path)
  const isAsExpected = outcome === (check.expected === 'silent' ? 'there' : check.expected)
  if (!isAsExpected) failures.push(`${describe(check)}: expected ${check.expected}, got ${outcome}`)
  return isAsExpected
}

function describe({ actor, route, filling, form }: Check): string {
  const named = Object.entries(filling.things).map(([part, { key }]) => `${part} ${key}`)
  const how = form === 'empty' ? ' with an empty form' : ''
  return `${actor.key} ${route.method} ${route.path} (${named.join(', ')})${how}`
}

/** Many at once, because nothing may come of any of them; when something has, each is tried again by itself. */
async function tryRefusals(trial: Trial, checks: readonly Check[]): Promise<number> {
  const pages = new Map<string, string>()
  for (const batch of inBatches(checks)) {
    const answers = await Promise.all(batch.map((check) => send(trial, check)))
    for (const [index, check] of batch.entries()) {
      const answer = answers[index] as Answer
      if (judge(trial, check, answer)) compareMissing(trial, pages, check, answer)
    }
    if (trial.rows.changedTables().length > 0) await findCulprits(trial, batch)
    await trial.rows.restore()
  }
  return checks.length
}

async function findCulprits(trial: Trial, batch: readonly Check[]): Promise<void> {
  await trial.rows.restore()
  let isFound = false
  for (const check of batch) {
    await send(trial, check)
    const changed = trial.rows.changedTables()
    await trial.rows.restore()
    if (changed.length === 0) continue
    isFound = true
    trial.failures.push(`${describe(check)}: was refused and changed ${changed.join(', ')}`)
  }
  if (!isFound) trial.failures.push(`Something changed during ${batch.map(describe).join('; ')}`)
}

/** What may not be known to exist answers exactly like what does not exist. */
function compareMissing({ failures }: Trial, pages: Map<string, string>, check: Check, answer: Answer): void {
  if (check.expected !== 'not-there') return
  const page = `${check.actor.key} ${check.route.method} ${check.route.path} ${check.form}`
  const { 'x-request-id': _id, date: _date, ...headers } = answer.headers
  const seen = JSON.stringify([headers, answer.text]).replace(/[0-9a-f]{32}/g, '')
  const first = pages.get(page)
  if (first === undefined) pages.set(page, seen)
  else if (first !== seen) failures.push(`${describe(check)}: differs from what does not exist`)
}

/** Pages: all that may be written is that somebody looked. */
async function tryLooks(trial: Trial, checks: readonly Check[]): Promise<number> {
  for (const batch of inBatches(checks)) {
    const answers = await Promise.all(batch.map((check) => send(trial, check)))
    for (const [index, check] of batch.entries()) judge(trial, check, answers[index] as Answer)
    const changed = trial.rows.changedTables()
    if (changed.some((table) => table !== 'view_event'))
      trial.failures.push(`${changed.join(', ')} changed during ${batch.map(describe).join('; ')}`)
    await trial.rows.restore()
  }
  return checks.length
}

/**
 * One by one, each from the same state. Where nothing is left out, every form has to work for somebody: a refusal of what
 * never works proves nothing.
 */
async function tryChanges(trial: Trial, checks: readonly Check[]): Promise<Record<string, number>> {
  const [worked, tried] = [new Set<string>(), new Set<string>()]
  let effects = 0
  for (const check of checks) {
    judge(trial, check, await send(trial, check))
    const changed = trial.rows.changedTables()
    const isEffect = changed.some((table) => table !== 'idempotency')
    tried.add(check.route.path)
    if (check.expected === 'silent' && isEffect)
      trial.failures.push(`${describe(check)}: may change nothing and changed ${changed.join(', ')}`)
    if (isEffect) worked.add(check.route.path)
    if (isEffect) effects += 1
    await trial.rows.restore()
  }
  if (trial.isWhole)
    for (const path of tried)
      if (!worked.has(path) && !WITHOUT_EFFECT.includes(path))
        trial.failures.push(`POST ${path}: worked for nobody, so nothing is proved of it`)
  return { 'writes tried': checks.length, 'writes that worked': effects }
}

/** Forms that only lead on, or whose thing the scenario does not have. */
const WITHOUT_EFFECT = [
  '/updates-off',
  '/champion/import',
  '/team/import',
  '/team/unmet-needs/synonyms/remove',
  '/manage/search/mend',
  '/sign-in/code',
  '/where',
  '/my/recent-searches/forget',
  '/account/sessions/:id/end',
  '/my/offers/:id/yes',
  '/manage/import',
]

/** A method that a path does not have is refused, even to whoever may use the path. */
async function tryOtherMethods(trial: Trial, actors: readonly Actor[]): Promise<number> {
  const paths = [...new Set(ROUTES.map(({ path }) => path))]
  let count = 0
  for (const path of paths) {
    const has = ROUTES.filter((route) => route.path === path)
    const allowed = actors.find(({ role }) => has[0]?.audience.includes(role)) as Actor
    const filled = path.replace(/:[a-z]+(\{[^}]*\})?/g, trial.map.offers[0]?.id ?? '')
    for (const method of METHODS.filter((one) => has.every((route) => route.method !== one))) {
      const headers = formHeaders(trial.origin)
      const asked = { method, path: filled, headers, ...(method === 'GET' ? {} : { body: `key=${KEY}` }) }
      const { status } = await allowed.visitor.send(asked)
      count += 1
      if (status !== 404 && status !== 405)
        trial.failures.push(`${allowed.key} ${method} ${path}: expected 404 or 405, got ${status}`)
      const changed = trial.rows.changedTables()
      if (changed.length > 0)
        trial.failures.push(`${allowed.key} ${method} ${path}: changed ${changed.join(', ')}`)
      await trial.rows.restore()
    }
  }
  return count
}

const KEY = '0'.repeat(32)

function* inBatches(checks: readonly Check[]): Generator<readonly Check[]> {
  for (let from = 0; from < checks.length; from += AT_ONCE) yield checks.slice(from, from + AT_ONCE)
}
