import { setTimeout as wait } from 'node:timers/promises'
import { paths } from '../../src/paths'
import type { Chance } from '../../db/seed/demo/chance'
import { openCounty } from './county'
import type { Proof } from './proof'
import { createVisitor, type Visitor } from './visitor'

/** How many read at the same time. */
const READERS = 8
const READS_A_WITHDRAWAL = 50
/** The word that only offers of this proof have. */
const WORD = 'quillback'

/** Everywhere an offer that anybody may find is listed. */
const OUTLETS = [
  paths.browse,
  `${paths.browse}?words=${WORD}`,
  `${paths.browse}?words=${WORD}&sort=newest`,
  paths.sitemap,
  paths.feed,
  paths.api.opportunities,
  paths.api.services,
  paths.localOffer,
]

/** An offer by its title and by its id: when withdrawing it was acknowledged. */
type Ledger = Map<string, number>

/**
 * Champions withdraw while everybody reads. Whatever was asked for after a withdrawal was acknowledged must not show the
 * offer, in any list there is.
 */
export const withdrawals: Proof = {
  name: 'withdrawals',
  claim:
    'no list, search, sitemap or feed that is asked for after a withdrawal was acknowledged shows the offer',
  unit: 'withdrawals',
  defaultSize: 200,
  ciSize: 20,
  async run({ size, folder, startProduct, chance, log }) {
    const county = await openCounty(`${folder}/waymark.sqlite`)
    const [product, beside] = [await startProduct(), await startProduct()]
    const champion = await county.signedIn(county.champion, product)
    const titles = new Map<string, string>()
    for (let count = 0; count < size; count += 1) {
      const title = `${WORD} ${count}`
      titles.set(await county.offer(2, county.champion, { title, visibility: 'public' }), title)
    }
    const ledger: Ledger = new Map()
    const state = { isOver: false, reads: 0, shown: 0, failures: [] as string[] }
    const readers = Array.from({ length: READERS }, (_, number) =>
      read(createVisitor(number % 2 === 0 ? product : beside), chance, ledger, state),
    )
    for (const [id, title] of titles) {
      const { status } = await champion.post(paths.champion.change(id, 'withdraw'))
      const acknowledgedAt = performance.now()
      for (const name of [title, id]) ledger.set(name, acknowledgedAt)
      if (status !== 303) state.failures.push(`withdrawing ${title} got ${status}`)
      while (state.reads < (ledger.size / 2) * READS_A_WITHDRAWAL) await wait(1)
    }
    state.isOver = true
    await Promise.all(readers)
    county.close()
    log(`${state.reads} reads`)
    return {
      counts: {
        withdrawals: ledger.size / 2,
        reads: state.reads,
        'offers seen before they went': state.shown,
      },
      failures: [
        ...state.failures,
        ...(state.shown === 0 ? ['no offer was ever seen, so nothing was tried'] : []),
      ],
    }
  },
}

/** Reads one list after the other until it is over, and compares what it shows with what was acknowledged before. */
async function read(
  visitor: Visitor,
  chance: Chance,
  ledger: Ledger,
  state: { isOver: boolean; reads: number; shown: number; failures: string[] },
): Promise<void> {
  while (!state.isOver) {
    const path = chance.pick(OUTLETS)
    const askedAt = performance.now()
    const { status, text } = await visitor.get(path)
    state.reads += 1
    if (status !== 200) state.failures.push(`${path} got ${status}`)
    for (const [name] of text.matchAll(SHOWN)) {
      state.shown += 1
      const goneAt = ledger.get(name)
      if (goneAt !== undefined && goneAt < askedAt)
        state.failures.push(`${path} shows what was withdrawn ${Math.round(askedAt - goneAt)} ms before`)
    }
  }
}

/** As lists name an offer: by its title, or by its id. */
const SHOWN = new RegExp(`${WORD} \\d+|[0-9a-f]{32}`, 'g')
