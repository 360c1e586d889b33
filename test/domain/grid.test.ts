import { describe, expect, it } from 'vitest'
import { distanceKm, latLngOf } from '../../src/domain/grid'
import { metresBetween } from '../support/meilisearch/filter'

it('measures as the crow flies between kilometre squares', () => {
  expect(distanceKm({ east: 615, north: 158 }, { east: 618, north: 162 })).toBe(5)
  expect(distanceKm({ east: 615, north: 158 }, { east: 615, north: 158 })).toBe(0)
})

describe('a square in degrees', () => {
  it.each([
    // Ordnance Survey's worked point near Framingham, moved to the middle of its square by its own 90 m and 323 m.
    [
      { east: 651, north: 313 },
      { lat: 52.6609, lng: 1.7174 },
    ],
    // Canterbury Cathedral and Dover Castle lie in these squares.
    [
      { east: 615, north: 157 },
      { lat: 51.276, lng: 1.0882 },
    ],
    [
      { east: 632, north: 141 },
      { lat: 51.1238, lng: 1.3219 },
    ],
  ])('%j is at %j', (cell, { lat, lng }) => {
    const found = latLngOf(cell)
    expect(Math.abs(found.lat - lat)).toBeLessThan(0.004)
    expect(Math.abs(found.lng - lng)).toBeLessThan(0.006)
  })

  it('keeps distances to half a per cent', () => {
    const cells = [
      { east: 553, north: 155 },
      { east: 635, north: 170 },
      { east: 601, north: 142 },
    ]
    for (const from of cells)
      for (const to of cells) {
        if (from === to) continue
        const metres = metresBetween(latLngOf(from), latLngOf(to))
        expect(metres / 1000 / distanceKm(from, to)).toBeGreaterThan(0.995)
        expect(metres / 1000 / distanceKm(from, to)).toBeLessThan(1.005)
      }
  })
})
