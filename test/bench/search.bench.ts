import { createEmbeddedIndex } from '../../src/search/fts5'
import { keepOffers } from '../../src/search/kept-offers'
import { createSearch, type Search, type SearchQuery } from '../../src/search/search'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { type CorpusDocument, loadCorpus } from '../../src/cli/corpus'
import { EVERYTHING } from '../support/search-corpus'
import { alternate, ratios } from './alternate'
import { type Bench, type Figure, figureOf } from './figures'
import { page } from './page.bench'
import { makeSearchCounty, TODAY } from './search-county'

const SIZES = [300, 10_000, 100_000]
const COMPARED_SIZE = 10_000

/** Figures 9 and 9b of the plan. */
const TO_PLAIN_MAX = 1
const TYPOS_MIN = 95
const FOUND_MIN = 57

const SEARCHES_A_ROUND = 40
const ROUNDS = 7
const TYPOS = 300
const TYPO_LENGTH_MIN = 4

/**
 * Searching with filters and counts, against the plainest that SQLite could do: one full-text question for the page and
 * one for each count. No search comes twice, so nothing that was kept helps.
 */
export const search: Bench = async () => {
  const figures: Figure[] = []
  for (const size of SIZES) figures.push(...(await figuresAt(size)))
  figures.push(await whatPeopleType())
  return [...figures, ...(await page())]
}

async function figuresAt(size: number): Promise<Figure[]> {
  const county = makeSearchCounty(size, size)
  const { db, word, chance } = county
  const engine = createSearch({ db, offers: keepOffers(db), index: createEmbeddedIndex(db) })
  await engine.search(query('warm'))
  const plain = plainSearch(county)
  const asked = () =>
    Array.from({ length: SEARCHES_A_ROUND }, (_, number) => ({
      words: number % 2 === 0 ? word() : `${word()} ${word()}`,
      kind: number % 3 === 0 ? ('job' as const) : null,
    }))
  let turn = asked()
  const times = await alternate(
    {
      ours: async () => {
        turn = asked()
        return medianOf(turn, async ({ words, kind }) => {
          await engine.search(query(words, kind ? { kinds: [kind] } : {}))
        })
      },
      plain: async () => medianOf(turn, async ({ words, kind }) => plain(words, kind)),
    },
    ROUNDS,
  )
  const goal = size === COMPARED_SIZE ? { atMost: TO_PLAIN_MAX } : undefined
  const figures = [
    figureOf(`9 search at ${size}, p50`, 'ms', times.ours),
    figureOf(`9 plain FTS5 at ${size}, p50`, 'ms', times.plain),
    figureOf(`9 search to plain at ${size}`, '×', ratios(times.ours, times.plain), goal),
  ]
  if (size === COMPARED_SIZE) {
    const share = await typosRecovered(engine, county.words, chance.shuffled(county.words).slice(0, TYPOS))
    figures.push(figureOf(`9 typos recovered at ${size}`, '%', [share], { atLeast: TYPOS_MIN }))
  }
  county.sqlite.close()
  return figures
}

const query = (words: string, more: Partial<SearchQuery> = {}): SearchQuery => ({
  ...EVERYTHING,
  today: TODAY,
  words,
  ...more,
})

async function medianOf<T>(list: readonly T[], run: (one: T) => Promise<void>): Promise<number> {
  const times: number[] = []
  for (const one of list) {
    const started = performance.now()
    await run(one)
    times.push(performance.now() - started)
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN
}

/** The page, and the counts of two groups; the full-text table is read first, whatever the planner would like. */
function plainSearch({ sqlite }: ReturnType<typeof makeSearchCounty>) {
  const found = `FROM opportunity_text CROSS JOIN opportunity ON text_row = opportunity_text.rowid
    WHERE opportunity_text MATCH @match AND state = 'published' AND closes_on >= '${TODAY}' AND places_filled < places`
  const ofKind = `AND (@kind IS NULL OR kind = @kind)`
  const statements = [
    `SELECT id ${found} ${ofKind} ORDER BY bm25(opportunity_text, 10, 4, 6, 2, 3, 1) LIMIT 20`,
    `SELECT kind, count(*) ${found} GROUP BY kind`,
    `SELECT district, count(*) ${found} ${ofKind} GROUP BY district`,
  ].map((text) => sqlite.prepare(text))
  return (words: string, kind: string | null) => {
    const match = words
      .split(' ')
      .map((word) => `"${word}"*`)
      .join(' ')
    for (const statement of statements) statement.all({ match, kind })
  }
}

/** One letter left out, put in, changed or swapped with its neighbour. */
function mistyped(word: string, number: number): string {
  const at = 1 + (number % (word.length - 2))
  const [start, letter, rest] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
  const forms = [
    start + rest,
    `${start}${letter}${letter}${rest}`,
    `${start}${letter === 'x' ? 'z' : 'x'}${rest}`,
    `${start}${rest[0] ?? ''}${letter}${rest.slice(1)}`,
  ]
  return forms[number % forms.length] as string
}

/** Of typing mistakes in words of four letters or more, how many show an offer that the word shows too, in per cent. */
async function typosRecovered(
  engine: Search,
  all: readonly string[],
  words: readonly string[],
): Promise<number> {
  const known = new Set(all)
  let [tried, recovered] = [0, 0]
  for (const [number, word] of words.entries()) {
    const typed = word.length < TYPO_LENGTH_MIN ? word : mistyped(word, number)
    const meant = await engine.search(query(word))
    if (typed === word || known.has(typed) || meant.leftOut.length > 0) continue
    const found = await engine.search(query(typed))
    tried += 1
    if (found.ids.some((id) => meant.ids.includes(id))) recovered += 1
  }
  return (100 * recovered) / tried
}

/** Figure 9b: what people type, on the 72 offers. */
async function whatPeopleType(): Promise<Figure> {
  const read = (name: string) => readFileSync(`test/search/${name}`, 'utf8')
  const documents = JSON.parse(read('corpus.json')) as CorpusDocument[]
  const { search: engine, ask, nameOf } = await loadCorpus(documents, null)
  const asked = Papa.parse<{ query: string; any_of: string }>(read('queries.csv'), {
    header: true,
    skipEmptyLines: true,
  }).data.slice(0, 60)
  let found = 0
  for (const { query: words, any_of: anyOf } of asked) {
    const { ids } = await engine.search(ask(words))
    if (ids.slice(0, 3).some((id) => anyOf.split('|').includes(nameOf(id)))) found += 1
  }
  return figureOf('9b what people type, first three', `of ${asked.length}`, [found], { atLeast: FOUND_MIN })
}
