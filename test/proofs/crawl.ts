import type { Actor, Known } from './actors'
import { maySee } from './allowed'
import type { Answer, Asked } from './ask'
import { headerFaults } from './headers'
import type { Rows } from './rows'
import { createFinder } from './sightings'

/** Somebody asks for something. */
export type Visit = Asked & { actor: Actor }

const AT_ONCE = 16

/** Asks, looks at everything that comes back, and remembers where it leads. */
export function createCrawl({ map, rows, linksMost }: { map: Known; rows: Rows; linksMost: number }) {
  const find = createFinder(map)
  const failures = new Set<string>()
  const links = new Map<string, Set<string>>()
  const visited = new Map<string, Set<string>>()
  const counts = { answers: 0, 'answers that show a canary': 0, sightings: 0 }

  function inspect({ actor, method = 'GET', path, body }: Visit, answer: Answer): void {
    const where = `${actor.key} ${method} ${path.slice(0, 200).replace(/[0-9a-f]{32}/g, '…')}`
    const account = actor.role === 'visitor' ? null : actor.account
    const typed = new Set(find(`${readable(path)}\n${readable(String(body ?? ''))}`))
    const seen = find(`${JSON.stringify(answer.headers)}\n${answer.text}`).filter((one) => !typed.has(one))
    counts.answers += 1
    counts.sightings += seen.length
    if (seen.length > 0) counts['answers that show a canary'] += 1
    for (const canary of seen)
      if (!maySee(account, canary, map)) failures.add(`${where}: shows ${canary.column} of ${canary.of}`)
    for (const fault of headerFaults(path, answer)) failures.add(`${where}: ${answer.status} ${fault}`)
    if (answer.status >= 500) failures.add(`${where}: ${answer.status}`)
    for (const address of addressesIn(answer)) note(actor, address, where, typed)
  }

  /**
   * An address is seen by proxies, in histories and over shoulders: it may hold ids, and nothing else of anybody. A search
   * is the one exception: its words stand in the address of its page, whoever typed them, and whoever saved them.
   */
  function note(actor: Actor, address: string, where: string, typed: ReadonlySet<unknown>): void {
    for (const canary of find(address))
      if (!/id$|reference$|^saved_search\.query$/.test(canary.column) && !typed.has(canary))
        failures.add(`${where}: leads to an address with ${canary.column} of ${canary.of}`)
    const known = links.get(actor.key) ?? new Set()
    links.set(actor.key, known.add(address))
  }

  async function ask({ actor, ...asked }: Visit): Promise<Answer> {
    actor.forget()
    const seen = visited.get(actor.key) ?? new Set()
    if ((asked.method ?? 'GET') === 'GET') visited.set(actor.key, seen.add(asked.path))
    const answer = await actor.visitor.send(asked)
    inspect({ actor, ...asked }, answer)
    return answer
  }

  async function read(visits: readonly Visit[]): Promise<void> {
    for (let from = 0; from < visits.length; from += AT_ONCE) {
      await Promise.all(visits.slice(from, from + AT_ONCE).map(ask))
      await rows.restore()
    }
  }

  /** One by one, each from the same state, and on to where it leads. */
  async function write(visits: readonly Visit[]): Promise<void> {
    for (const visit of visits) {
      const { headers, status } = await ask(visit)
      const next = headers.location
      if (status === 303 && next?.startsWith('/')) {
        // What came with the answer, a message or a new session, is part of what is seen next.
        const answer = await visit.actor.visitor.get(next)
        inspect({ actor: visit.actor, path: next }, answer)
      }
      await rows.restore()
    }
  }

  /** Every link that was shown and not yet followed, until there is none left or enough of them. */
  async function follow(actors: readonly Actor[]): Promise<void> {
    for (const actor of actors) {
      let left = linksMost
      while (left > 0) {
        const fresh = [...(links.get(actor.key) ?? [])].filter((path) => !visited.get(actor.key)?.has(path))
        if (fresh.length === 0) break
        await read(fresh.slice(0, left).map((path) => ({ actor, path })))
        left -= fresh.length
      }
    }
  }

  return { read, write, follow, counts, failures }
}

/** What was typed, without the escapes of addresses and forms. */
function readable(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function addressesIn({ headers, text }: Answer): string[] {
  const linked = [...text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, address = '']) => address)
  return [...linked, headers.location ?? '']
    .map((address) => address.replaceAll('&amp;', '&').replace(/#.*/, ''))
    .filter((address) => address.startsWith('/') && !address.startsWith('//'))
}
