import { readFileSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import type { District } from '../../src/domain/taxonomy'

type Connection = InstanceType<typeof Sqlite>

/** Where a postcode or a town is: its district and its kilometre square. */
export type PlaceOnMap = { name: string; district: District; cellEast: number; cellNorth: number }

/** Postcodes and towns of Kent and Medway: the same in every installation. Changes nothing where they are already. */
export function seedReference(sqlite: Connection): void {
  if (sqlite.prepare('SELECT 1 FROM postcode LIMIT 1').get()) return
  const addPostcode = sqlite.prepare(
    'INSERT INTO postcode (postcode, district, cell_east, cell_north) VALUES (?, ?, ?, ?)',
  )
  const addTown = sqlite.prepare(
    'INSERT INTO town (name, district, cell_east, cell_north) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  sqlite.transaction(() => {
    for (const { name, district, cellEast, cellNorth } of readPlaces('kent-postcodes.csv')) {
      addPostcode.run(name.replace(' ', '').toUpperCase(), district, cellEast, cellNorth)
    }
    for (const { name, district, cellEast, cellNorth } of readTowns())
      addTown.run(name, district, cellEast, cellNorth)
  })()
}

/** The towns an offer may name, with where they are. */
export function readTowns(): PlaceOnMap[] {
  return readPlaces('towns.csv')
}

/** Lines of `name,district,easting,northing` under one line of headings. */
function readPlaces(file: string): PlaceOnMap[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', district = '', easting = '', northing = ''] = line.trim().split(',')
      return { name, district: district as District, cellEast: toCell(easting), cellNorth: toCell(northing) }
    })
}

function toCell(metres: string): number {
  return Math.floor(Number(metres) / 1000)
}
