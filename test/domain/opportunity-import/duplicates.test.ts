import { describe, expect, it } from 'vitest'
import type { OpportunityId } from '../../../src/domain/ids'
import { findAlike } from '../../../src/domain/opportunity-import/duplicates'
import type { ImportedRow } from '../../../src/domain/opportunity-import/imported-row'

const row = (
  number: number,
  title: string,
  startsOn?: string,
  faults: ImportedRow['faults'] = [],
): ImportedRow => ({
  row: number,
  from: 'spreadsheet',
  draft: { title, ...(startsOn ? { startsOn } : {}) },
  placesToFind: [],
  faults,
  notes: [],
})

const offer = (title: string, startsOn: string | null) => ({
  id: 'a'.repeat(32) as OpportunityId,
  title,
  startsOn,
  state: 'draft' as const,
})

describe('what looks alike', () => {
  it('has the same title, whatever its capitals and spaces, and the same first day', () => {
    const known = [offer('A Day  Out', '2027-01-11'), offer('No day', null)]
    const rows = [
      row(2, 'a day out ', '2027-01-11'),
      row(3, 'A day out', '2027-01-12'),
      row(4, 'A day out'),
      row(5, 'no day'),
    ]
    expect([...findAlike(rows, known).keys()]).toEqual([2, 5])
  })

  it('stands in the file twice: the first is meant', () => {
    expect([...findAlike([row(2, 'A'), row(3, 'B'), row(4, 'a')], [])]).toEqual([
      [4, { kind: 'row', row: 2 }],
    ])
  })

  it('is no row that cannot be drafted', () => {
    const fault = [{ column: 'places', message: 'is wrong' }]
    expect(findAlike([row(2, 'A', undefined, fault), row(3, 'A')], []).size).toBe(0)
  })
})
