import type { Answer, Rule } from '../rule'
import { RULES } from '../rules/index'

/**
 * What the rules say of a pair as one word of 16 bits: a bit for each rule that refuses it, in the order of the rules,
 * and two for whether any asks or needs a check. The words of single rules are joined by `|`.
 */
const ASKS = 1 << 14
const CHECKS = 1 << 15
export const REFUSALS = ASKS - 1

if (RULES.length > 14) throw new Error(`${RULES.length} rules do not fit into the bits of a word`)

/** The place of a rule in the order of the rules, which is its bit. */
export function bitOf({ id }: Pick<Rule, 'id'>): number {
  return RULES.findIndex((rule) => rule.id === id)
}

/** What one rule says, as a word. */
export function wordOf(rule: Rule, answer: Answer): number {
  if (answer === 'eligible') return 0
  if (answer === 'not-eligible') return 1 << bitOf(rule)
  return answer === 'needs-check' ? CHECKS : ASKS
}

/** The heaviest answer of a word without a refusal: 0 eligible, 1 not enough information, 2 needs a check. */
export function answerOf(word: number): number {
  return word & CHECKS ? 2 : word & ASKS ? 1 : 0
}

/** The place of the first rule that refuses; -1 when none does. */
export function firstRefusal(word: number): number {
  const refusals = word & REFUSALS
  return 31 - Math.clz32(refusals & -refusals)
}

/** Tables of words one after another. */
export function joined(tables: readonly Uint16Array[]): Uint16Array {
  const all = new Uint16Array(tables.reduce((length, table) => length + table.length, 0))
  let start = 0
  for (const table of tables) {
    all.set(table, start)
    start += table.length
  }
  return all
}
