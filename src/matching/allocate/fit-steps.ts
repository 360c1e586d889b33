import { greatestFit, type Round } from './round'

/**
 * Fits by steps: pairs that stand by them, the greatest first, are nearly in order and are put so in one pass. A search
 * may stop at the first whose step is too low.
 */
const STEP_BITS = 4
export const STEPS = 1 << STEP_BITS

/** How many of the last bits of a fit are the same step: as few as make no more than `STEPS` of them. */
export const stepShift = (round: Round): number =>
  Math.max(0, 32 - Math.clz32(greatestFit(round)) - STEP_BITS)

/** The place of a fit's step, from 0 for the greatest. */
export const stepOf = (fit: number, shift: number): number => STEPS - 1 - (fit >> shift)

/** What no fit of the same step, or of one that comes later, is more than. */
export const mostOfStep = (fit: number, shift: number): number => fit | ((1 << shift) - 1)
