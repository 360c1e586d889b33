import type { Reader } from '../../db/database'
import { rankTexts } from '../../db/queries/findable'
import type { Form, Term } from './understand'

/** How well an offer answers what was typed. */
export type Answer = {
  /** Greater is better. */
  score: number
  /** Whether it has every word that any offer has. */
  hasAll: boolean
  /** The share of the words it has, the rare ones counting most; 1 is all. */
  share: number
}

export type Answers = {
  /** By the row of the full-text table. */
  byRow: Map<number, Answer>
  /** Words that no offer has in any form. */
  unknown: string[]
}

/** What a general word counts against another. */
const WEAK = 0.3

type Match = { term: Term; rarity: number; quality: Map<number, number> }

/**
 * Looks for terms in the texts. A term counts by how rare it is, by how surely the text says it (the word itself, a
 * relative, a synonym) and by where it stands: a title counts most.
 * @param rows the rows that may be found: what is rare is judged among them
 */
export async function findWords(
  db: Reader,
  terms: readonly Term[],
  rows: ReadonlySet<number>,
): Promise<Answers> {
  const matches = await Promise.all(terms.map((term) => matchTerm(db, term, rows)))
  const known = matches.filter(({ quality }) => quality.size > 0)
  const whole = known.reduce((sum, { rarity }) => sum + rarity, 0)
  const byRow = new Map<number, Answer>()
  for (const { rarity, quality } of known) {
    for (const [row, value] of quality) {
      const before = byRow.get(row) ?? { score: 0, hasAll: false, share: 0 }
      byRow.set(row, {
        score: before.score + rarity * value,
        share: before.share + rarity / whole,
        hasAll: false,
      })
    }
  }
  for (const answer of byRow.values()) answer.hasAll = answer.share > 1 - 1e-9
  const unknown = matches.filter(({ quality }) => quality.size === 0).map(({ term }) => term.typed)
  return { byRow, unknown }
}

/** Forms of one weight are asked for together; of several, the best counts. */
async function matchTerm(db: Reader, term: Term, rows: ReadonlySet<number>): Promise<Match> {
  const quality = new Map<number, number>()
  for (const [weight, forms] of byWeight(term.forms)) {
    const ranks = [...(await rankTexts(db, forms.map(expressionOf).join(' OR ')))].filter(([row]) =>
      rows.has(row),
    )
    const best = ranks.reduce((most, [, rank]) => Math.max(most, -rank), 0) || 1
    for (const [row, rank] of ranks)
      quality.set(row, Math.max(quality.get(row) ?? 0, weight * (0.6 + (0.4 * -rank) / best)))
  }
  const rarity = Math.log(1 + rows.size / Math.max(1, quality.size)) * (term.isWeak ? WEAK : 1)
  return { term, quality, rarity }
}

function byWeight(forms: readonly Form[]): Map<number, Form[]> {
  const groups = new Map<number, Form[]>()
  for (const form of forms) groups.set(form.weight, [...(groups.get(form.weight) ?? []), form])
  return groups
}

/** Quoted, so that nothing somebody types is an operator of the full-text query language. */
const expressionOf = ({ words, isPrefix }: Form): string =>
  `"${words.join(' ').replaceAll('"', '""')}"${isPrefix ? '*' : ''}`
