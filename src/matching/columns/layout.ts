/**
 * Where each number of a person, an opening and a block stands in its row. A row is as wide as what a processor
 * fetches at once, so that looking at somebody who is far from the last one looked at waits for memory once. They are
 * enums because the builder writes the numbers of an enum where they are used: read from an object, a pair takes a tenth longer.
 */
export const WIDTH = 16

export enum PERSON {
  gate = 0,
  /** Day numbers. */
  born = 1,
  until = 2,
  freeFrom = 3,
  /** Bits of the times of the week, and of the kinds not to suggest. */
  freeTimes = 4,
  unwanted = 5,
  /** Where a short trip from their home stands in the tables on trips; without a cell, where every trip does. */
  trip = 6,
  /** Kilometre square, or 0. */
  east = 7,
  north = 8,
  /** Two square distances: up to which a trip is short, and within reach. Without a cell none is beyond them. */
  tripLimits = 9,
  topics = 11,
  goals = 12,
  /** Bits of the outcomes, and of the supports after them. */
  outcomesAndSupports = 13,
  /** Hundredths of the score that are the same for every opening. */
  own = 14,
  /** 1 when they kept a cell and said how far they can go, otherwise 0. */
  isBound = 15,
}

export enum OPENING {
  /** Where the tables of the opening begin among all tables. */
  gate = 0,
  travel = 1,
  availability = 2,
  /** Day numbers: four, one and two limits. */
  birthLimits = 3,
  permissionLimits = 7,
  freeLimits = 8,
  kind = 10,
  east = 11,
  north = 12,
  topics = 13,
  /** Bits of the goals it is close to, and of those it is part of the way to after them. */
  goals = 14,
  outcomesAndSupports = 15,
}

export const GOAL_BITS = 16
export const OUTCOME_BITS = 8

export const BLOCK_WIDTH = 8

export enum BLOCK {
  /** Slots, or blocks of a strip, from the first up to, and without, the last. */
  from = 0,
  to = 1,
  /** 1 when everybody here kept a cell and said how far they can go, otherwise 0. */
  isBound = 2,
  /** The kilometre squares they live between, and the greatest square distance any of them can go. */
  west = 3,
  east = 4,
  south = 5,
  north = 6,
  reach = 7,
}
