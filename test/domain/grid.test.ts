import { expect, it } from 'vitest'
import { distanceKm } from '../../src/domain/grid'

it('measures as the crow flies between kilometre squares', () => {
  expect(distanceKm({ east: 615, north: 158 }, { east: 618, north: 162 })).toBe(5)
  expect(distanceKm({ east: 615, north: 158 }, { east: 615, north: 158 })).toBe(0)
})
