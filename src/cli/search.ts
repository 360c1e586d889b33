import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import Papa from 'papaparse'
import type { OpportunityId } from '../domain/ids'
import { type CorpusDocument, loadCorpus } from './corpus'

const USAGE = 'Usage: npm run -s search -- --queries FILE --corpus FILE [--engine fts5|meilisearch] [--json]'
const FIRST = 3

/** Asks a corpus what people type, as a signed-in young person would, and says what comes first. */
const { values } = parseArgs({
  options: {
    queries: { type: 'string' },
    corpus: { type: 'string' },
    engine: { type: 'string', default: 'fts5' },
    json: { type: 'boolean', default: false },
  },
})

function refuse(message: string): never {
  console.error(`${message}\n${USAGE}`)
  process.exit(64)
}

if (!values.queries || !values.corpus) refuse('Two files are needed')
for (const file of [values.queries, values.corpus]) if (!existsSync(file)) refuse(`There is no file ${file}`)
const engine = values.engine
if (engine !== 'fts5' && engine !== 'meilisearch') refuse(`There is no engine ${engine}`)
const { MEILI_URL: url, MEILI_MASTER_KEY: key } = process.env
if (engine === 'meilisearch' && (!url || !key))
  refuse(
    'Meilisearch needs MEILI_URL and MEILI_MASTER_KEY: it gets an index of its own, which is removed afterwards',
  )

type Asked = { query: string; any_of?: string }

const documents = JSON.parse(readFileSync(values.corpus, 'utf8')) as CorpusDocument[]
const { search, ask, nameOf, close } = await loadCorpus(
  documents,
  engine === 'meilisearch' ? { url: url ?? '', key: key ?? '' } : null,
)
const asked = Papa.parse<Asked>(readFileSync(values.queries, 'utf8').replace(/^\uFEFF/, ''), {
  header: true,
  skipEmptyLines: true,
}).data

const answers = []
for (const { query, any_of: anyOf = '' } of asked) {
  const { ids } = await search.search(ask(query))
  const names = ids.slice(0, FIRST).map((id: OpportunityId) => nameOf(id))
  const wanted = anyOf.split('|').filter(Boolean)
  const found = wanted.length === 0 ? null : wanted.some((name) => names.includes(name))
  answers.push({ query, ids: names, found })
}
await close()
const report = {
  engine,
  queries: answers,
  found: answers.filter(({ found }) => found === true).length,
  asked: answers.length,
  empty: answers.filter(({ ids }) => ids.length === 0).length,
}
if (values.json) console.log(JSON.stringify(report))
else {
  for (const { query, ids, found } of answers)
    console.log(
      `${found === null ? ' ' : found ? '✓' : '✗'} ${query.padEnd(40)} ${ids.join(' ') || 'nothing'}`,
    )
  console.log(
    `\n${report.found} of ${report.asked} found in the first ${FIRST}; ${report.empty} with nothing`,
  )
}
