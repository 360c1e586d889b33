import { greatestFit, type Round } from './round'
import type { Solver } from './solver'

/**
 * The pairs that count, by opportunity: who, and what their fit adds, beside each other so that reading them waits for
 * nothing. The greatest fits stand first, by steps, so that a search may stop at the first whose step is too low. Within
 * a step people stand in the order of their lottery numbers, so that of those without a place whose fits are equal the
 * first is found first.
 */
export type FitColumns = {
  /** Where the pairs of each opportunity begin and end, counted in pairs. */
  start: Int32Array
  end: Int32Array
  /** Of each pair in turn: the person, and what their fit adds. */
  cells: Int32Array
  /** How many of the last bits of a fit are the same step. */
  shift: number
}

const STEP_BITS = 4
const STEPS = 1 << STEP_BITS

/** As few bits as make no more than `STEPS` of them. */
const stepShift = (round: Round): number => Math.max(0, 32 - Math.clz32(greatestFit(round)) - STEP_BITS)

/** What no fit of the same step, or of one that comes later, is more than. */
export const mostOfStep = (fit: number, shift: number): number => fit | ((1 << shift) - 1)

/**
 * Opportunities are put in order block by block, so that what is written stays near the processor: so many bits of their
 * numbers tell those of a block apart. Few opportunities stand in smaller blocks, because each is copied once.
 */
const BLOCK_BITS_MAX = 6
const BLOCKS_LEAST = 16

function blockBitsFor(opportunities: number): number {
  let bits = 0
  while (bits < BLOCK_BITS_MAX && opportunities >> (bits + 1) >= BLOCKS_LEAST) bits += 1
  return bits
}

/** The pairs that count for a solver now. */
export function fitColumnsOf(solver: Solver): FitColumns {
  const { round, pairsBefore } = solver
  const { opportunities } = round
  const columns = {
    start: new Int32Array(opportunities),
    end: new Int32Array(opportunities),
    cells: new Int32Array(2 * round.to.length),
    shift: stepShift(round),
  }
  const bits = blockBitsFor(opportunities)
  writeByBlock(solver, columns.cells, bits).forEach((last, block) => {
    const opportunity = block << bits
    const count = Math.min(1 << bits, opportunities - opportunity)
    putInOrder(columns, { opportunity, count, bits, first: pairsBefore[opportunity]!, last })
  })
  return columns
}

/**
 * Writes the pairs of each block where it begins. Until they are put in order, the second number of a pair holds what its
 * fit adds (20 bits), then the number of its opportunity in the block (at most 6).
 * @returns where the pairs of each block end
 */
function writeByBlock(
  { round, pairs, end, worth, pairsBefore }: Solver,
  cells: Int32Array,
  bits: number,
): Int32Array {
  const { people, opportunities, to, fit, start } = round
  const mask = (1 << bits) - 1
  const next = new Int32Array((opportunities + mask) >> bits)
  for (let block = 0; block < next.length; block += 1) next[block] = pairsBefore[block << bits]!
  for (let person = 0; person < people; person += 1) {
    const addsFit = worth.addsFit[person]!
    const last = end[person]!
    for (let position = start[person]!; position < last; position += 1) {
      const pair = pairs[position]!
      const opportunity = to[pair]!
      const block = opportunity >> bits
      const at = 2 * next[block]!
      next[block]! += 1
      cells[at] = person
      cells[at + 1] = ((addsFit * fit[pair]!) << bits) | (opportunity & mask)
    }
  }
  return next
}

/** A block: its first opportunity, how many it has, and where its pairs begin and end. */
type Block = { opportunity: number; count: number; bits: number; first: number; last: number }

/** Puts the pairs of a block in order: by opportunity, then by step. */
function putInOrder(columns: FitColumns, { opportunity, count, bits, first, last }: Block): void {
  const { cells, shift } = columns
  const block = cells.slice(2 * first, 2 * last)
  const next = new Int32Array(count * STEPS + 1)
  for (let at = 1; at < block.length; at += 2) next[bucketOf(block[at]!, bits, shift) + 1]! += 1
  next[0] = first
  for (let bucket = 0; bucket < count * STEPS; bucket += 1) next[bucket + 1]! += next[bucket]!
  for (let one = 0; one < count; one += 1) {
    columns.start[opportunity + one] = next[one * STEPS]!
    columns.end[opportunity + one] = next[(one + 1) * STEPS]!
  }
  for (let at = 0; at < block.length; at += 2) {
    const written = block[at + 1]!
    const bucket = bucketOf(written, bits, shift)
    const to = 2 * next[bucket]!
    next[bucket]! += 1
    cells[to] = block[at]!
    cells[to + 1] = written >> bits
  }
}

/** The place of an opportunity and a step in their block, the step of the greatest fits first. */
const bucketOf = (written: number, bits: number, shift: number): number =>
  (written & ((1 << bits) - 1)) * STEPS + (STEPS - 1 - (written >> (bits + shift)))
