import type Sqlite from 'better-sqlite3'
import type { Insertable } from 'kysely'
import type { Schema } from '../../schema'

type Connection = InstanceType<typeof Sqlite>

/** The tables the demonstration fills, each after those it points to. */
const TABLES = [
  'organisation',
  'account',
  'invitation',
  'care_leaver',
  'profile_answer',
  'eligibility_fact',
  'not_told',
  'pledge',
  'opportunity',
  'opportunity_outcome',
  'opportunity_revision',
  'mentor',
  'mentor_step',
  'mentor_request',
  'mentor_choice',
  'saved_opportunity',
  'saved_search',
  'session',
  'recent_search',
  'interest',
  'match',
  'round',
  'rule_set',
  'check_task',
  'champion_ask',
  'round_opportunity',
  'no_match',
  'round_person',
  'round_pairs',
  'round_result',
  'round_suggestion',
  'share',
  'message',
  'outcome_check',
  'setting',
  'view_event',
  'audit_event',
  'audit_words',
] as const satisfies readonly (keyof Schema)[]

type Table = (typeof TABLES)[number]

/** Rows gathered in memory and written in one transaction: what seals or hashes is done before it begins. */
export class Rows {
  readonly #rows: { [T in Table]?: Insertable<Schema[T]>[] } = {}

  add<T extends Table>(table: T, row: Insertable<Schema[T]>): void {
    const rows: Insertable<Schema[T]>[] = (this.#rows[table] ??= [])
    rows.push(row)
  }

  /** Views are numbered as they are written, so they have to be written in the order of time. */
  sortViews(): void {
    this.#rows.view_event?.sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
  }

  /** Every row of a table must name the same columns. */
  write(sqlite: Connection): void {
    // The whole of it fits into memory, so that no page is written twice.
    sqlite.pragma('cache_size = -200000')
    const { opportunity: offers = [], mentor_choice: choices = [] } = this.#rows
    const since = new Set(this.#liveWhenProposed())
    sqlite.transaction(() => {
      for (const table of TABLES) writeTable(sqlite, table, this.#rowsOf(table, since))
      const setState = sqlite.prepare('UPDATE opportunity SET state = ? WHERE id = ?')
      for (const { id, state } of offers) if (since.has(id)) setState.run(state, id)
      const setChoice = sqlite.prepare('UPDATE mentor_choice SET state = ? WHERE id = ?')
      for (const { id, state } of choices) if (state !== 'offered') setChoice.run(state, id)
    })()
  }

  /** Offers that were live when somebody was put to them, and are not any more. */
  #liveWhenProposed(): string[] {
    const proposed = new Set(
      (this.#rows.match ?? []).filter(({ state }) => state === 'proposed').map((one) => one.opportunity_id),
    )
    return (this.#rows.opportunity ?? [])
      .filter(({ id, state }) => state !== 'published' && proposed.has(id))
      .map(({ id }) => id)
  }

  /** As each row began, where the schema lets it begin in one way only. */
  #rowsOf(table: Table, since: ReadonlySet<string>): readonly object[] {
    if (table === 'mentor_choice')
      return (this.#rows.mentor_choice ?? []).map((row) => ({ ...row, state: 'offered' }))
    if (table !== 'opportunity') return this.#rows[table] ?? []
    return (this.#rows.opportunity ?? []).map((row) =>
      since.has(row.id) ? { ...row, state: 'published' } : row,
    )
  }
}

function writeTable(sqlite: Connection, table: Table, rows: readonly object[]): void {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const insert = sqlite.prepare(
    `INSERT INTO "${table}" (${names}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  )
  for (const row of rows) insert.run(row)
}
