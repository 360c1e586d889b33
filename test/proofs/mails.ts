import { setTimeout as wait } from 'node:timers/promises'
import { byKey } from '../../db/seed/canary/scene'
import { listRoutes } from '../../src/cli/app-without-data'
import type { RunningProduct } from '../support/built-product'
import type { Actor, Known } from './actors'
import { formFor } from './forms'
import { readMail } from './mailbox'
import { createFinder } from './sightings'
import { createVisitor } from './visitor'

/** What a mail may not say to whoever looks over a shoulder: `security.md` T3. */
const FORBIDDEN =
  /\b(care|leaver|placement|social worker|lifelong|looked.after|foster|asylum|adviser|covenant|champion|council|kent|offer|opportunit|match|interest)/i

/** Every address in a mail is one of these: nothing of what it is about is in it. */
const ADDRESS = /^http:\/\/localhost:\d+\/(sign-in|join\/[\w-]{22})$/

/** Everything that makes the product write to somebody. */
const OCCASIONS: readonly (readonly [actor: string, path: string, things: Record<string, string>])[] = [
  ['young', '/my/offers/:id/messages', { ':id': 'first and strangers' }],
  ['champion', '/champion/introductions/:reference/messages', { ':reference': 'first and only' }],
  ['champion', '/champion/introductions/:reference/report', { ':reference': 'first and only' }],
  ['broker', '/team/opportunities/:id/request-changes', { ':id': 'submitted' }],
  ['broker', '/team/opportunities/:id/publish', { ':id': 'edit-submitted' }],
  ['broker', '/team/opportunities/:id/stop', { ':id': 'colleagues' }],
  ['broker', '/team/interests/:id/answer', { ':id': 'first about edited' }],
  ['broker', '/team/opportunities/:id/people/:person/propose', { ':id': 'strangers', ':person': 'other' }],
  ['broker', '/team/matches/:id/withdraw', { ':id': 'first and published' }],
  ['broker', '/team/invite', {}],
  ['adviser', '/adviser/people/:id/invite', { ':id': 'not-considered' }],
  ['manager', '/manage/accounts/invite', {}],
]

const TEMPLATES = ['Your code', 'Your invitation', 'You have an update']

/** Makes the product write every mail it has, and reads each as a stranger would. */
export async function mailFaults(
  product: RunningProduct,
  actors: readonly Actor[],
  map: Known,
): Promise<{ count: number; failures: string[] }> {
  const failures: string[] = []
  await createVisitor(product).signIn(byKey(map.accounts, 'partner').email)
  for (const occasion of OCCASIONS) failures.push(...(await happen(actors, map, occasion)))
  const mails = await allMail(product, OCCASIONS.length)
  const find = createFinder(map)
  for (const { subject, body } of mails) {
    const text = `${subject}\n${body}`
    const word = FORBIDDEN.exec(text.replaceAll(product.url, ''))?.[0]
    if (word) failures.push(`mail “${subject}” says “${word}”`)
    for (const { column, of } of find(text)) failures.push(`mail “${subject}” tells ${column} of ${of}`)
    for (const address of text.match(/https?:\S+/g) ?? [])
      if (!ADDRESS.test(address)) failures.push(`mail “${subject}” leads to ${address}`)
  }
  const missing = TEMPLATES.filter((template) => mails.every(({ subject }) => subject !== template))
  failures.push(...missing.map((template) => `no mail “${template}” was sent, so nothing is proved of it`))
  return { count: mails.length, failures }
}

async function happen(
  actors: readonly Actor[],
  map: Known,
  [key, path, named]: (typeof OCCASIONS)[number],
): Promise<string[]> {
  const route = listRoutes().find((one) => one.method === 'POST' && one.path === path)
  if (!route) return [`there is no ${path}`]
  const things = Object.fromEntries(
    Object.entries(named).map(([part, thing]) => [part, { kind: 'word', key: thing, id: '' } as const]),
  )
  const filled = Object.entries(named).reduce(
    (text, [part, thing]) => text.replace(part, idOf(map, part, thing)),
    path,
  )
  const actor = actors.find((one) => one.key === key) as Actor
  actor.forget()
  const { status } = await actor.visitor.post(filled, formFor(route, { path: filled, things }, map))
  return status === 303 ? [] : [`${key} POST ${path}: expected 303, got ${status}, so its mail is not read`]
}

function idOf(map: Known, part: string, key: string): string {
  if (part === ':reference') return byKey(map.shares, key).reference
  const all: readonly { key: string; id: string }[] = [
    ...map.people,
    ...map.matches,
    ...map.interests,
    ...map.offers,
  ]
  return (
    all.find((one) => one.key === key && (part !== ':person' || map.people.some((p) => p.id === one.id)))
      ?.id ?? ''
  )
}

/** Mail leaves after the answer; a while without a new one, and it was the last. */
async function allMail({ mailFolder }: RunningProduct, least: number) {
  let count = -1
  for (let tries = 0; tries < 40; tries += 1) {
    const mails = readMail(mailFolder)
    if (mails.length >= least && mails.length === count) return mails
    count = mails.length
    await wait(250)
  }
  return readMail(mailFolder)
}
