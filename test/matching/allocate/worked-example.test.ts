import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../src/matching/allocate/measures'
import { NONE } from '../../../src/matching/allocate/round'
import { allocate } from '../../../src/matching/allocate/rules'
import { roundOf } from './rounds'

// The example of src/matching/README.md: read from its table, and computed.

const README = readFileSync('src/matching/README.md', 'utf8')
const PLACES = ['Kitchen', 'Garden', 'Office']

/** The rows of the table under a heading, without its head. */
function tableUnder(heading: string): string[][] {
  const section = README.slice(README.indexOf(heading))
  const lines = section.slice(section.indexOf('\n|')).trim().split('\n\n')[0] as string
  return lines
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

const people = tableUnder('### Five people and three places')
const round = roundOf({
  places: PLACES.map(() => 1),
  people: people.map(([, band, ...fits]) => ({
    band: Number(band),
    fits: fits.map((fit) => Number(fit) || 0),
  })),
})

describe('the worked example', () => {
  it.each(tableUnder('### What each rule does'))('under “%s” is as it is written', (rule, ...written) => {
    const { pairOf } = allocate(round, rule as 'best-fit')
    const placed = people.map(([name], person) => {
      const pair = pairOf[person] as number
      return pair === NONE ? null : `${name} ${PLACES[round.to[pair] as number]}`
    })
    const { totalFit, envyOfLowerBand } = measure(round, pairOf)
    const [who, total, envy] = written
    expect(who?.split(', ').sort()).toEqual(placed.filter((one) => one !== null).sort())
    expect([Number(total), Number(envy)]).toEqual([totalFit, envyOfLowerBand])
  })
})
