import type { Measures } from '../matching/allocate/measures'
import { type AllocationRule, NONE } from '../matching/allocate/round'
import type { Allocation } from '../matching/allocate/rules'
import type { NamedRound } from './round-files'

type Outcome = {
  rule: AllocationRule
  allocation: Allocation
  measures: Measures
  milliseconds: number
  seed: number
}

/** An allocation with names, as `npm run allocate -- --json` prints it. Placements are sorted by person. */
export function reportOf({ round, people, opportunities }: NamedRound, outcome: Outcome) {
  const { rule, allocation, measures, milliseconds, seed } = outcome
  const placements = people
    .map((person, index) => ({ person, index, pair: allocation.pairOf[index] as number }))
    .filter(({ pair }) => pair !== NONE)
    .map(({ person, index, pair }) => ({
      person,
      opportunity: opportunities[round.to[pair] as number] as string,
      fit: round.fit[pair] as number,
      band: round.bands[index] as number,
    }))
    .sort((one, other) => (one.person < other.person ? -1 : 1))
  return {
    rule,
    placements,
    placed: measures.placed,
    totalFit: measures.totalFit,
    worstFit: measures.worstFit,
    placedByBand: Object.fromEntries([...measures.placedByBand].sort(([one], [other]) => one - other)),
    envyOfLowerBand: measures.envyOfLowerBand,
    unusedUsablePlaces: measures.unusedUsablePlaces,
    couldBePlaced: measures.couldBePlaced,
    cutOffs: Object.fromEntries(
      [...measures.cutOffs]
        .sort(([one], [other]) => one - other)
        .map(([opportunity, fit]) => [opportunities[opportunity] as string, fit]),
    ),
    certificates: allocation.certificates,
    passes: round.to.length === 0 ? 0 : Number((allocation.scans / round.to.length).toFixed(2)),
    milliseconds,
    seed,
  }
}

export type AllocationReport = ReturnType<typeof reportOf>

/** The same to read. */
export function toTable(report: AllocationReport): string {
  const { placements } = report
  const widths = {
    person: Math.max(6, ...placements.map(({ person }) => person.length)),
    opportunity: Math.max(11, ...placements.map(({ opportunity }) => opportunity.length)),
  }
  const row = (person: string, opportunity: string, fit: string, band: string) =>
    `${person.padEnd(widths.person)}  ${opportunity.padEnd(widths.opportunity)}  ${fit.padStart(9)}  ${band.padStart(4)}`
  const bands = Object.entries(report.placedByBand).map(([band, count]) => `band ${band}: ${count}`)
  return [
    row('person', 'opportunity', 'fit', 'band'),
    ...placements.map(({ person, opportunity, fit, band }) =>
      row(person, opportunity, String(fit), String(band)),
    ),
    '',
    `rule                  ${report.rule}`,
    `placed                ${report.placed} (${bands.join(', ') || 'nobody to place'})`,
    `total fit             ${report.totalFit}`,
    `worst fit             ${report.worstFit ?? '-'}`,
    `envy of a later band  ${report.envyOfLowerBand}`,
    `places left usable    ${report.unusedUsablePlaces}`,
    `more could be placed  ${report.couldBePlaced}`,
    ...report.certificates.map(
      ({ stage, primal, dual, gap }) => `proof, ${stage}: reached ${primal}, at most ${dual}, gap ${gap}`,
    ),
    `passes over the pairs ${report.passes}, ${report.milliseconds} ms, seed ${report.seed}`,
  ].join('\n')
}
