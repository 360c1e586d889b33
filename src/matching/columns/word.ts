import type { Answer, Rule } from '../rule'
import { RULES } from '../rules/index'

/**
 * What the rules say of a pair as one word of 16 bits: a bit for each rule that refuses it, in the order of the rules,
 * and two for whether any asks or needs a check. The words of single rules are joined by `|`.
 */
const REFUSING_BITS = 14
const ASKS = 1 << REFUSING_BITS
const CHECKS = 2 << REFUSING_BITS
export const REFUSALS = ASKS - 1

if (RULES.length > REFUSING_BITS) throw new Error(`${RULES.length} rules do not fit into the bits of a word`)

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

/** By whether anything asks and whether anything needs a check. */
const HEAVIEST = Uint8Array.of(0, 1, 2, 2)

/** The heaviest answer of a word without a refusal: 0 eligible, 1 not enough information, 2 needs a check. */
export const answerOf = (word: number): number => HEAVIEST[word >>> REFUSING_BITS]!

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
