import type { Candidate, MatchingContext, Opening } from '../candidate'
import { countObstacles, type Obstacle } from '../cohort/obstacles'
import { listPairs } from '../columns/pairs'
import { assess } from '../eligibility'
import { doNotSuggest } from '../rules/do-not-suggest'
import { eligibleOf, MODEL_OFFERS, modelsThatFit } from './model-offers'
import { fittingKinds, isConsideredAndWaiting, kindBit, statedKinds } from './wanted'

/**
 * Why nothing fits: the id of the rule that alone stands in the way of most, with a no or with a question; several rules
 * at once for every offer; or there is no live offer of a kind that could fit.
 */
export type UnmatchedReason = string | 'several' | 'no-such-offer'

/** Somebody whom no live offer fits. */
export type Unmatched<Person extends Candidate = Candidate> = {
  person: Person
  reason: UnmatchedReason
  /** How many live offers with a free place are of a kind that could fit. */
  offers: number
  /** Which kinds those are: a step towards their goals, or, where none is, all that they did not refuse. */
  ofKinds: 'wanted' | 'not-refused'
  /** What stands in the way of those, as a broker may read it; what would open most by itself first. */
  obstacles: Obstacle[]
  /** The model offers that would fit, as indexes of `MODEL_OFFERS`. */
  models: number[]
}

/** What stands in somebody's way, without them. */
export type WhyUnmatched = Pick<Unmatched, 'reason' | 'offers' | 'ofKinds' | 'obstacles'>

/**
 * Of everybody who may be suggested and waits, those whom no opening fits. An opening fits somebody when every rule says
 * "eligible" and it is a step towards a goal of theirs; for whoever named none, any kind they did not refuse.
 * @param openings live, with a free place
 * @returns in the order of the people
 */
export function findUnmatched<Person extends Candidate>(
  people: readonly Person[],
  openings: readonly Opening[],
  context: MatchingContext,
): Unmatched<Person>[] {
  const waiting = people.filter(isConsideredAndWaiting)
  const pairs = listPairs(waiting, openings, context)
  const without = waiting.filter(
    (person, index) => eligibleOf(pairs, index, openings, fittingKinds(person)).length === 0,
  )
  const models = modelsThatFit(without, context)
  return without.map((person, index) => ({
    person,
    ...whyNothingFits(person, openings, context),
    models: models[index] as number[],
  }))
}

/** What stands in somebody's way, one pair at a time; null when something fits, or they do not wait to be suggested. */
export function whyUnmatched(
  person: Candidate,
  openings: readonly Opening[],
  context: MatchingContext,
): WhyUnmatched | null {
  const kinds = fittingKinds(person)
  const fits = (opening: Opening) =>
    (kinds & kindBit(opening.kind)) !== 0 && assess(person, opening, context).answer === 'eligible'
  if (!isConsideredAndWaiting(person) || openings.some(fits)) return null
  return whyNothingFits(person, openings, context)
}

function whyNothingFits(
  person: Candidate,
  openings: readonly Opening[],
  context: MatchingContext,
): WhyUnmatched {
  const kinds = fittingKinds(person)
  const couldFit = openings.filter(({ kind }) => (kinds & kindBit(kind)) !== 0)
  const obstacles = countObstacles(person, couldFit, context, { takesUnclear: false })
  return {
    offers: couldFit.length,
    ofKinds: statedKinds(person) === 0 ? 'not-refused' : 'wanted',
    obstacles,
    reason: reasonOf(kinds, obstacles),
  }
}

function reasonOf(kinds: number, [first]: readonly Obstacle[]): UnmatchedReason {
  if (kinds === 0) return doNotSuggest.id
  if (!first) return 'no-such-offer'
  return first.alone > 0 ? first.ruleId : 'several'
}

/**
 * How many of these people each model offer would fit.
 * @returns a count by index of `MODEL_OFFERS`; none where it would fit nobody
 */
export function countHelped(unmatched: readonly Pick<Unmatched, 'models'>[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { models } of unmatched) {
    for (const model of models) counts.set(model, (counts.get(model) ?? 0) + 1)
  }
  return counts
}

/**
 * The model offer that would fit somebody and the most others with them; where equals meet, one in their own district,
 * then the first in order.
 */
export function bestModel(
  { person, models }: { person: Pick<Candidate, 'district'>; models: readonly number[] },
  helped: ReadonlyMap<number, number>,
): { model: number; people: number } | null {
  const isNear = (model: number) => Number(MODEL_OFFERS[model]?.district === person.district)
  const [model] = models.toSorted(
    (one, other) =>
      (helped.get(other) ?? 0) - (helped.get(one) ?? 0) || isNear(other) - isNear(one) || one - other,
  )
  return model === undefined ? null : { model, people: helped.get(model) ?? 0 }
}
