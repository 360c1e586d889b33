import type { Candidate, MatchingContext, Opening } from './candidate'
import type { Answer } from './rule'

/**
 * A rule that sorts people into a few classes: its answer for a class is its answer for everybody in it. The rule
 * itself asks `answer`, and the columns tabulate it, so that what is decided is written once.
 */
export type ByClass<Class extends string | number | boolean | null> = {
  classes: readonly Class[]
  classOf: (candidate: Candidate, context: MatchingContext) => Class
  answer: (ofPerson: Class, opening: Opening, context: MatchingContext) => Answer
}

/** Stands for a day that never comes, as a number that is later than any day. */
export const NEVER = 99_999_999

/** Stands for a day that has always been. */
export const ALWAYS = 0

/**
 * How many limits a number lies beyond. A rule on days or distances gives its limits in ascending order and a finding
 * for each number of them that can be passed.
 */
export const limitsPassed = (value: number, limits: readonly number[]): number =>
  limits.filter((limit) => value > limit).length

/** 1 when a number lies beyond a limit, otherwise 0: two whole numbers, compared without a branch. */
export const passes = (value: number, limit: number): number => (limit - value) >>> 31

/** Members of a closed list as bits, in the order of the list. What is not in the list has no bit. */
export function maskOf<T>(list: readonly T[], chosen: readonly T[]): number {
  let mask = 0
  for (const one of chosen) {
    const at = list.indexOf(one)
    if (at >= 0) mask |= 1 << at
  }
  return mask
}

/** 1 when any bit of a mask of up to 31 is set, otherwise 0: asked without a branch. */
export const anyBit = (mask: number): number => -mask >>> 31

/** How many bits of a mask of up to 32 are set. */
export function countBits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
