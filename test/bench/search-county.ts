import Sqlite from 'better-sqlite3'
import { migrate } from '../../db/migrate'
import { openNodeDatabase } from '../../db/node'
import { seedReference } from '../../db/seed/reference'
import { Chance } from '../../db/seed/demo/chance'
import { publishedColumns } from '../../db/statements/opportunities'
import { OPPORTUNITY_KINDS } from '../../src/domain/opportunity'
import { DISTRICT_CODES } from '../../src/domain/taxonomy'
import documents from '../search/corpus.json'
import { anOpening } from '../support/matching'

export const TODAY = '2026-11-23'

/** About as long as an offer's text. */
const WORDS_AN_OFFER = 80

/** Words of offers, and as many again that are made of them, the commonest first. */
function wordList(chance: Chance): string[] {
  const real = documents.flatMap(
    ({ title, summary, description }) =>
      `${title} ${summary} ${description}`.toLowerCase().match(/[a-z]{3,}/g) ?? [],
  )
  const counts = new Map<string, number>()
  for (const word of real) counts.set(word, (counts.get(word) ?? 0) + 1)
  const common = [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word)
  const made = common.flatMap((word) => [
    `${word}${chance.pick(common).slice(0, 3)}`,
    `${chance.pick(common).slice(0, 3)}${word}`,
  ])
  return [...new Set([...common, ...made])]
}

/**
 * A database with so many live offers, of words as unevenly spread as those of a language (Zipf), and the words.
 * @param count how many offers
 */
export function makeSearchCounty(count: number, seed: number) {
  const chance = new Chance(seed)
  const words = wordList(chance)
  const word = () => words[Math.floor(words.length ** chance.next()) - 1] ?? 'work'
  const text = (length: number) => Array.from({ length }, word).join(' ')
  const sqlite = new Sqlite(':memory:')
  migrate(sqlite, 'db/migrations')
  seedReference(sqlite)
  sqlite.exec(`
    INSERT INTO organisation (id, name, kind, created_at) VALUES ('o', 'County', 'charity', '${TODAY}');
    INSERT INTO account (id, email, email_hash, name, name_hash, role, organisation_id, state, created_at) VALUES ('a', 'a@kent.example', '', 'A', '', 'champion', 'o', 'active', '${TODAY}');
  `)
  const add = sqlite.transaction(() => {
    for (let number = 0; number < count; number += 1) {
      const {
        id: _id,
        organisationId: _organisation,
        isCharityOrPublicBody: _public,
        ...content
      } = anOpening({
        kind: chance.pick(OPPORTUNITY_KINDS),
        title: text(4),
        summary: text(12),
        description: text(WORDS_AN_OFFER - 16),
        pay: chance.next() < 0.4 ? 'wage' : 'unpaid',
        isRemote: chance.next() < 0.1,
        district: chance.pick(DISTRICT_CODES),
        visibility: chance.next() < 0.3 ? 'care-leavers-only' : 'public',
      })
      const columns = publishedColumns(content, '2027-03-01')
      const row = {
        id: number.toString(16).padStart(32, '0'),
        organisation_id: 'o',
        owner_id: 'a',
        state: 'published',
        created_at: TODAY,
        state_since: TODAY,
        published_at: `${TODAY}T10:00:00.000Z`,
        ...columns,
      }
      const names = Object.keys(row)
      sqlite
        .prepare(
          `INSERT INTO opportunity (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`,
        )
        .run(row)
    }
  })
  add()
  return { sqlite, db: openNodeDatabase(sqlite), words, word, chance }
}
