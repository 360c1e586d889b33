import type { Round } from '../../../src/matching/allocate/round'

/** A round's best fit as a linear program in the LP format: each person once at most, no more people than places. */
export function linearProgram({ people, opportunities, places, start, to, fit }: Round): string {
  const name = (pair: number) => `x${pair}`
  const byOpportunity: number[][] = Array.from({ length: opportunities }, () => [])
  to.forEach((opportunity, pair) => byOpportunity[opportunity]?.push(pair))
  const sum = (pairs: readonly number[]) => pairs.map(name).join(' + ')
  const pairsOf = (person: number) =>
    Array.from({ length: start[person + 1]! - start[person]! }, (_, index) => start[person]! + index)
  const limits = [
    ...Array.from({ length: people }, (_, person) => ({ pairs: pairsOf(person), most: 1 })),
    ...byOpportunity.map((pairs, opportunity) => ({ pairs, most: places[opportunity]! })),
  ].filter(({ pairs }) => pairs.length > 0)
  return [
    'Maximize',
    ` obj: ${[...fit].map((one, pair) => `${one} ${name(pair)}`).join('\n + ')}`,
    'Subject To',
    ...limits.map(({ pairs, most }, index) => ` c${index}: ${sum(pairs)} <= ${most}`),
    'End',
  ].join('\n')
}
