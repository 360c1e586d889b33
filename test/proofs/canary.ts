import type { Known } from './actors'
import { createCrawl, type Visit } from './crawl'
import { formFor } from './forms'
import { logFaults } from './logs'
import { mailFaults } from './mails'
import { openScene } from './open-scene'
import type { Proof } from './proof'
import { type Check, mayChange, planChecks } from './roles-plan'
import { encodeForm } from '../support/browser'
import { formHeaders } from './visitor'
import { oddRequests, searchesOf } from './wandering'

export const canary: Proof = {
  name: 'canary',
  claim: 'nothing personal is on a page, in a header, a mail or a log but where its reader may see it',
  unit: 'ways to fill in each path',
  defaultSize: 30,
  ciSize: 4,
  async run(context) {
    const { chance, size, log } = context
    const { product, actors, map, rows } = await openScene(context)
    const crawl = createCrawl({ map, rows, linksMost: size * 5 })
    const checks = planChecks(actors, map, { chance, most: size })
    log(
      `${map.canaries.length} canaries, ${actors.length} actors, ${checks.length} requests, then their links`,
    )
    const toVisit = (check: Check) => visitOf(check, map, product.url)

    await crawl.read(checks.filter((check) => !mayChange(check)).map(toVisit))
    for (const actor of actors) {
      await crawl.read(searchesOf(map).map((search) => ({ actor, path: search })))
      await crawl.read(oddRequests(product.url).map((odd) => ({ actor, ...odd })))
    }
    await crawl.write(checks.filter(mayChange).flatMap(filledAndEmpty).map(toVisit))
    await crawl.follow(actors)
    rows.close()
    const mails = await mailFaults(product, actors, map)
    return {
      counts: { canaries: map.canaries.length, actors: actors.length, ...crawl.counts, mails: mails.count },
      failures: [...crawl.failures, ...mails.failures, ...new Set(logFaults(product, map, actors))],
    }
  },
}

/** A form that is sent back with what is missing shows as much as one that works. */
const filledAndEmpty = (check: Check): Check[] => [check, { ...check, form: 'empty' }]

let key = 0

function visitOf({ actor, route, filling, form }: Check, map: Known, origin: string): Visit {
  if (route.method === 'GET') return { actor, path: filling.path }
  key += 1
  const fields = form === 'empty' ? {} : formFor(route, filling, map)
  const body = encodeForm(key.toString(16).padStart(32, '0'), fields)
  return { actor, method: 'POST', path: filling.path, headers: formHeaders(origin), body }
}
