import type { Candidate, MatchingContext, Opening } from '../candidate'
import type { ByClass } from '../decision'
import type { Rule } from '../rule'
import { backgroundCheck, byBackgroundCheck } from '../rules/background-check'
import { byConsideration, consideration } from '../rules/consideration'
import { byCategory, definition } from '../rules/definition'
import { byQualification, qualification } from '../rules/qualification'
import { byPermission, rightToWork } from '../rules/right-to-work'
import { REFUSALS, wordOf } from './word'

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

/** The classes of a person as one word, which every opening looks up in a table of its own. */
export function gateOf(candidate: Candidate, context: MatchingContext): number {
  return GATES.reduce((word, { classes, classOf }) => word * classes + classOf(candidate, context), 0)
}

/** What an opening's rules on classes say of each gate word. Openings that say the same share a table. */
export type GateTables = (opening: Opening, context: MatchingContext) => Uint16Array

export function gateTables(): GateTables {
  const made = new Map<string, Uint16Array>()
  return (opening, context) => {
    const words = GATES.map((one) => one.words(opening, context))
    const key = words.join(';')
    const table = made.get(key) ?? tableOf(words)
    made.set(key, table)
    return table
  }
}

function tableOf(words: readonly (readonly number[])[]): Uint16Array {
  for (const asking of words.slice(REFUSING.length)) {
    if (asking.some((word) => word & REFUSALS)) throw new Error('A rule that only asks refused somebody')
  }
  return Uint16Array.from(
    words.reduce((table, ofRule) => table.flatMap((word) => ofRule.map((more) => word | more)), [0]),
  )
}
