import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { centreOf } from '../../src/domain/district-centres'
import { DISTRICT_CODES } from '../../src/domain/taxonomy'

describe('the middle of a district', () => {
  const sums = new Map<string, { count: number; east: number; north: number }>()
  for (const line of readFileSync('db/seed/kent-postcodes.csv', 'utf8').split('\n').slice(1)) {
    const [, district = '', east, north] = line.trim().split(',')
    const sum = sums.get(district) ?? { count: 0, east: 0, north: 0 }
    sums.set(district, {
      count: sum.count + 1,
      east: sum.east + Number(east),
      north: sum.north + Number(north),
    })
  }

  it.each(DISTRICT_CODES)('is the mean of its postcodes: %s', (district) => {
    const { count, east, north } = sums.get(district) ?? { count: 0, east: 0, north: 0 }
    const mean = (sum: number) => Math.floor(sum / count / 1000)
    expect(centreOf(district)).toEqual({ cellEast: mean(east), cellNorth: mean(north) })
  })
})
