import type { Candidate, MatchingContext, Opening } from '../candidate'
import type { ByClass } from '../decision'
import type { Rule } from '../rule'
import { backgroundCheck, byBackgroundCheck } from '../rules/background-check'
import { byConsideration, consideration, mayBeListed } from '../rules/consideration'
import { byCategory, definition } from '../rules/definition'
import { byQualification, qualification } from '../rules/qualification'
import { byPermission, rightToWork } from '../rules/right-to-work'
import { joined, REFUSALS, wordOf } from './word'

type Gate = {
  ruleId: string
  classes: number
  classOf: (candidate: Candidate, context: MatchingContext) => number
  /** What the rule says of each class, as words. */
  words: (opening: Opening, context: MatchingContext) => number[]
}

function gate<Class extends string | number | boolean | null>(
  rule: Rule,
  { classes, classOf, answer }: ByClass<Class>,
): Gate {
  return {
    ruleId: rule.id,
    classes: classes.length,
    classOf(candidate, context) {
      const at = classes.indexOf(classOf(candidate, context))
      if (at < 0) throw new Error(`The rule ${rule.id} has no class for a person`)
      return at
    },
    words: (opening, context) => classes.map((one) => wordOf(rule, answer(one, opening, context))),
  }
}

/** The rules on classes of people that can refuse, and those that only ask. */
const REFUSING = [
  gate(consideration, byConsideration),
  gate(definition, byCategory),
  gate(qualification, byQualification),
]
const ASKING = [gate(rightToWork, byPermission), gate(backgroundCheck, byBackgroundCheck)]
const GATES = [...REFUSING, ...ASKING]

const sizeOf = (gates: readonly Gate[]) => gates.reduce((size, { classes }) => size * classes, 1)

/** How many gate words in a row differ only in what is asked: an opening refuses all of them, or none. */
const ASKING_SIZE = sizeOf(ASKING)

/** How many gate words there are. */
export const GATE_WORDS = sizeOf(GATES)

/** The group of gate words that are refused together, and one word of such a group. */
export const groupOf = (gateWord: number): number => Math.floor(gateWord / ASKING_SIZE)
export const wordInGroup = (group: number): number => group * ASKING_SIZE

/** The classes of a person as one word, which every opening looks up in a table of its own. */
export function gateOf(candidate: Candidate, context: MatchingContext): number {
  return GATES.reduce((word, { classes, classOf }) => word * classes + classOf(candidate, context), 0)
}

/** What an opening's rules on classes say of each gate word. */
export type GateTables = {
  /** For the person, and after it, `GATE_WORDS` on, for a broker's list, which leaves out whoever may not be listed. */
  table: Uint16Array
  /** Openings with the same text share a table; with the same text for refusals, they refuse the same gate words. */
  key: string
  refusing: string
}

/** Makes the tables of openings; those that say the same share them. */
export function gateTables(): (opening: Opening, context: MatchingContext) => GateTables {
  const made = new Map<string, GateTables>()
  return (opening, context) => {
    const words = GATES.map((one) => one.words(opening, context))
    const key = words.join(';')
    const tables = made.get(key) ?? tablesOf(words, key)
    made.set(key, tables)
    return tables
  }
}

const NOT_LISTED = wordOf(consideration, 'not-eligible')
const LIST_WORDS = byConsideration.classes.map((one) => (mayBeListed(one) ? 0 : NOT_LISTED))

function tablesOf(words: readonly number[][], key: string): GateTables {
  for (const asking of words.slice(REFUSING.length)) {
    if (asking.some((word) => word & REFUSALS)) throw new Error('A rule that only asks refused somebody')
  }
  const forList = GATES.map(({ ruleId }, at) => (ruleId === consideration.id ? LIST_WORDS : words[at]!))
  return {
    table: joined([tableOf(words), tableOf(forList)]),
    key,
    refusing: words.slice(0, REFUSING.length).join(';'),
  }
}

/** Every way to be in one class of each rule, in the order of gate words. */
function tableOf(words: readonly (readonly number[])[]): Uint16Array {
  let table = Uint16Array.of(0)
  for (const ofRule of words) {
    const longer = new Uint16Array(table.length * ofRule.length)
    for (let at = 0; at < longer.length; at += 1) {
      longer[at] = table[Math.floor(at / ofRule.length)]! | ofRule[at % ofRule.length]!
    }
    table = longer
  }
  return table
}
