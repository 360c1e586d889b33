import { measure } from '../allocate/measures'
import { ALLOCATION_RULES, type AllocationRule, NONE, type Round, toRound } from '../allocate/round'
import { allocate } from '../allocate/rules'
import { bandOf } from './bands'
import type { Cohort, PlacedCohort, RuleReport, RuleResult } from './cohort'
import { countGroups } from './fairness'
import { fitOf, listPairs } from '../columns/pairs'

/** How far a round is, from 0 to 100. */
export type OnProgress = (percent: number) => void

/** Finding the pairs takes about as long as the rules together. */
const PAIRS_PERCENT = 50

/**
 * Places a whole cohort under every rule. Pure and repeatable: the same cohort always gives the same answer.
 * @param onProgress hears how far it is, from 0 to 100
 */
export function placeCohort(cohort: Cohort, onProgress: OnProgress = () => {}): PlacedCohort {
  const round = roundOf(cohort)
  onProgress(PAIRS_PERCENT)
  const step = (100 - PAIRS_PERCENT) / ALLOCATION_RULES.length
  const placed = ALLOCATION_RULES.map((rule, index) => {
    const one = placeUnder(round, rule)
    onProgress(Math.floor(PAIRS_PERCENT + (index + 1) * step))
    return one
  })
  const usual = placed[0]?.placements ?? []
  const results = placed.map(({ rule, placements, report }): RuleResult => ({
    rule,
    placements,
    report: {
      ...report,
      groups: countGroups(cohort.members, placements, cohort.day),
      changes: placements.filter((opening, person) => opening !== usual[person]).length,
    },
  }))
  return { round, results }
}

/** The pairs that count, with the bands of the people and the places that nobody holds. */
function roundOf({ members, openings, places, ranks, day, ruleSet, takesUnclear }: Cohort): Round {
  const people = members.map(({ candidate }) => candidate)
  const pairs = listPairs(people, openings, { today: day, ruleSet })
  const rankOf = new Map(ranks.map(({ person, opening, rank }) => [person * openings.length + opening, rank]))
  const [person, opportunity, fit, rank] = [[], [], [], []] as number[][] as [
    number[],
    number[],
    number[],
    number[],
  ]
  for (let one = 0; one < people.length; one += 1) {
    const { from, to } = pairs.of(one)
    for (let pair = from; pair < to; pair += 1) {
      if (!takesUnclear && pairs.answer[pair] !== 0) continue
      person.push(one)
      opportunity.push(pairs.to[pair]!)
      fit.push(fitOf(pairs.hundredths[pair]!))
      rank.push(rankOf.get(one * openings.length + pairs.to[pair]!) ?? 0)
    }
  }
  return toRound(
    {
      person: Int32Array.from(person),
      opportunity: Int32Array.from(opportunity),
      fit: Int32Array.from(fit),
      rank: Int32Array.from(rank),
    },
    {
      places: Int32Array.from(places),
      bands: Int32Array.from(members, ({ candidate, eet }) =>
        bandOf({ eet, waitingSince: candidate.waitingSince }, day),
      ),
    },
  )
}

/** What one rule gives, from the numbers of the round alone: a round that was stored gives the same to the byte. */
export function placeUnder(
  round: Round,
  rule: AllocationRule,
): { rule: AllocationRule; placements: number[]; report: Omit<RuleReport, 'groups' | 'changes'> } {
  const { pairOf, certificates } = allocate(round, rule)
  const measures = measure(round, pairOf)
  return {
    rule,
    placements: Array.from(pairOf, (pair) => (pair === NONE ? -1 : round.to[pair]!)),
    report: {
      rule,
      people: round.people,
      placed: measures.placed,
      totalFit: measures.totalFit,
      worstFit: measures.worstFit,
      byBand: bandsOf(round).map((band) => ({
        band,
        people: round.bands.reduce((count, one) => count + (one === band ? 1 : 0), 0),
        placed: measures.placedByBand.get(band) ?? 0,
      })),
      envyOfLowerBand: measures.envyOfLowerBand,
      unusedUsablePlaces: measures.unusedUsablePlaces,
      couldBePlaced: measures.couldBePlaced,
      cutOffs: [...measures.cutOffs].sort(([one], [other]) => one - other),
      certificates,
      spread: spreadOf(round, pairOf),
    },
  }
}

const bandsOf = ({ bands }: Round) => [...new Set(bands)].sort((one, other) => one - other)

const TENTHS = 10
const TENTH = 100

function spreadOf(round: Round, pairOf: Int32Array): RuleReport['spread'] {
  return bandsOf(round).map((band) => {
    const counts = Array.from({ length: TENTHS }, () => 0)
    pairOf.forEach((pair, person) => {
      if (pair !== NONE && round.bands[person] === band)
        counts[Math.floor((round.fit[pair]! - 1) / TENTH)]! += 1
    })
    return { band, counts }
  })
}
