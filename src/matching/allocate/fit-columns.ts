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
 * Opportunities stand in blocks, each put in order by itself so that what is written stays near the processor. Until
 * then the second half of a cell has the number in the block behind the fit: 20 bits and these.
 */
const BLOCK_BITS = 6
const BLOCK = 1 << BLOCK_BITS

/** The pairs that count for a solver now. */
export function fitColumnsOf(solver: Solver): FitColumns {
  const { round, pairsBefore } = solver
  const columns = {
    start: new Int32Array(round.opportunities),
    end: new Int32Array(round.opportunities),
    cells: new Int32Array(2 * round.to.length),
    shift: stepShift(round),
  }
  const blockEnd = writeByBlock(solver, columns.cells)
  blockEnd.forEach((end, block) =>
    putInOrder(columns, block * BLOCK, { first: pairsBefore[block * BLOCK]!, last: end }),
  )
  return columns
}

/** @returns where the pairs of each block end; where they begin is told by the pairs before */
function writeByBlock({ round, pairs, end, worth, pairsBefore }: Solver, cells: Int32Array): Int32Array {
  const { people, opportunities, to, fit, start } = round
  const next = new Int32Array(Math.ceil(opportunities / BLOCK))
  for (let block = 0; block < next.length; block += 1) next[block] = pairsBefore[block * BLOCK]!
  for (let person = 0; person < people; person += 1) {
    const addsFit = worth.addsFit[person]!
    const last = end[person]!
    for (let position = start[person]!; position < last; position += 1) {
      const pair = pairs[position]!
      const opportunity = to[pair]!
      const block = opportunity >> BLOCK_BITS
      const at = 2 * next[block]!
      next[block]! += 1
      cells[at] = person
      cells[at + 1] = ((addsFit * fit[pair]!) << BLOCK_BITS) | (opportunity & (BLOCK - 1))
    }
  }
  return next
}

/** Puts the pairs of the block that begins with an opportunity in order: by opportunity, then by step. */
function putInOrder(
  columns: FitColumns,
  opportunity: number,
  { first, last }: { first: number; last: number },
) {
  const { cells, shift } = columns
  const block = cells.slice(2 * first, 2 * last)
  const next = new Int32Array(BLOCK * STEPS + 1)
  for (let at = 1; at < block.length; at += 2) next[placeOf(block[at]!, shift) + 1]! += 1
  next[0] = first
  for (let place = 0; place < BLOCK * STEPS; place += 1) next[place + 1]! += next[place]!
  for (let one = 0; one < BLOCK && opportunity + one < columns.start.length; one += 1) {
    columns.start[opportunity + one] = next[one * STEPS]!
    columns.end[opportunity + one] = next[(one + 1) * STEPS]!
  }
  for (let at = 0; at < block.length; at += 2) {
    const cell = block[at + 1]!
    const place = placeOf(cell, shift)
    const to = 2 * next[place]!
    next[place]! += 1
    cells[to] = block[at]!
    cells[to + 1] = cell >> BLOCK_BITS
  }
}

/** The place of a cell's opportunity and step in their block, the step of the greatest fits first. */
const placeOf = (cell: number, shift: number): number =>
  (cell & (BLOCK - 1)) * STEPS + (STEPS - 1 - (cell >> (BLOCK_BITS + shift)))
