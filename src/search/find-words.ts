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

/** How well the texts answer some expressions. */
export type Ranks = (
  expressions: readonly string[],
) => Promise<ReadonlyMap<string, ReadonlyMap<number, number>>>

/**
 * Asks for each expression once, and for all that are new together.
 * @param max how many are remembered; with more, all are forgotten
 */
export function keepRanks(db: Reader, max: number): Ranks {
  const kept = new Map<string, ReadonlyMap<number, number>>()
  return async (expressions) => {
    const answers = new Map<string, ReadonlyMap<number, number>>()
    const missing: string[] = []
    for (const expression of new Set(expressions)) {
      const ranks = kept.get(expression)
      if (ranks) answers.set(expression, ranks)
      else missing.push(expression)
    }
    if (missing.length === 0) return answers
    if (kept.size + missing.length > max) kept.clear()
    for (const [expression, ranks] of await rankTexts(db, missing)) {
      answers.set(expression, ranks)
      kept.set(expression, ranks)
    }
    return answers
  }
}

/**
 * Looks for terms in the texts. A term counts by how rare it is, by how surely the text says it (the word itself, a
 * relative, a synonym) and by where it stands: a title counts most.
 * @param rows the rows that may be found, as keys: what is rare is judged among them
 */
export async function findWords(
  ranksOf: Ranks,
  terms: readonly Term[],
  rows: ReadonlyMap<number, unknown>,
): Promise<Answers> {
  const asked = terms.map((term) => ({ term, groups: byWeight(term.forms) }))
  const ranks = await ranksOf(asked.flatMap(({ groups }) => [...groups.values()]))
  const matches = asked.map(({ term, groups }) => matchTerm(term, groups, ranks, rows))
  const known = matches.filter(({ quality }) => quality.size > 0)
  const whole = known.reduce((sum, { rarity }) => sum + rarity, 0)
  const byRow = new Map<number, Answer>()
  for (const { rarity, quality } of known) {
    for (const [row, value] of quality) {
      const answer = byRow.get(row) ?? { score: 0, hasAll: false, share: 0 }
      answer.score += rarity * value
      answer.share += rarity / whole
      byRow.set(row, answer)
    }
  }
  for (const answer of byRow.values()) answer.hasAll = answer.share > 1 - 1e-9
  const unknown = matches.filter(({ quality }) => quality.size === 0).map(({ term }) => term.typed)
  return { byRow, unknown }
}

/** Forms of one weight are asked for together; of several, the best counts. */
function matchTerm(
  term: Term,
  groups: ReadonlyMap<number, string>,
  ranksOf: Awaited<ReturnType<Ranks>>,
  rows: ReadonlyMap<number, unknown>,
): Match {
  const quality = new Map<number, number>()
  for (const [weight, expression] of groups) {
    const ranks = ranksOf.get(expression) ?? new Map<number, number>()
    let best = 0
    for (const [row, rank] of ranks) if (-rank > best && rows.has(row)) best = -rank
    for (const [row, rank] of ranks) {
      if (!rows.has(row)) continue
      const value = weight * (0.6 + (0.4 * -rank) / (best || 1))
      if (value > (quality.get(row) ?? 0)) quality.set(row, value)
    }
  }
  const rarity = Math.log(1 + rows.size / Math.max(1, quality.size)) * (term.isWeak ? WEAK : 1)
  return { term, quality, rarity }
}

function byWeight(forms: readonly Form[]): Map<number, string> {
  const groups = new Map<number, string>()
  for (const form of forms) {
    const before = groups.get(form.weight)
    groups.set(form.weight, before ? `${before} OR ${expressionOf(form)}` : expressionOf(form))
  }
  return groups
}

/** Quoted, so that nothing somebody types is an operator of the full-text query language. */
const expressionOf = ({ words, isPrefix }: Form): string =>
  `"${words.join(' ').replaceAll('"', '""')}"${isPrefix ? '*' : ''}`
