import { expect, it } from 'vitest'
import { DISTRICT_CODES } from '../../src/domain/taxonomy'
import { areNeighbours } from '../../src/matching/neighbouring-districts'

it('knows the borders both ways, and no district borders itself', () => {
  for (const one of DISTRICT_CODES) {
    expect(areNeighbours(one, one)).toBe(false)
    for (const other of DISTRICT_CODES) expect(areNeighbours(one, other)).toBe(areNeighbours(other, one))
  }
})

it.each([
  ['E07000114', 'E07000106', true],
  ['E07000106', 'E07000105', true],
  ['E06000035', 'E07000113', true],
  ['E07000114', 'E07000107', false],
  ['E07000105', 'E07000108', false],
] as const)('%s and %s: %s', (one, other, expected) => {
  expect(areNeighbours(one, other)).toBe(expected)
})
