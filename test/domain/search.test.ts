import { describe, expect, it } from 'vitest'
import {
  readSearch,
  searchOf,
  searchQuery,
  toSavedQuery,
  withoutFilter,
  withoutStreets,
} from '../../src/domain/search'

describe('a search as it is saved', () => {
  it.each([
    ['words=music&page=3', 'words=music'],
    ['kind=event&words=music', 'words=music&kind=event'],
    ['words=++music+&nonsense=1&kind=nothing', 'words=music'],
    ['words=jobs+CT1+1AA', 'words=jobs+CT1'],
    ['', ''],
    ['sort=best', ''],
    ['district=E07000106&district=E07000105', 'district=E07000105&district=E07000106'],
  ])('%j is %j', (query, saved) => {
    expect(toSavedQuery(query)).toBe(saved)
    expect(toSavedQuery(saved)).toBe(saved)
  })

  it('is the same search when it is opened', () => {
    const query =
      'words=music&kind=event&outcome=health&district=E07000106&within=5&paid=yes&remote=yes&starts=7&sort=newest'
    expect(searchQuery(searchOf(query))).toBe(`?${query}`)
    expect(searchOf(query)).toEqual(readSearch((name) => new URLSearchParams(query).getAll(name)))
  })
})

describe('a search without one filter', () => {
  const form = searchOf('words=Paid+jobs++in+Dover&kind=event')

  it.each([
    ['kinds', [{ filter: 'kinds', typed: 'jobs' }], { words: 'Paid in Dover', kinds: [] }],
    ['isPaid', [{ filter: 'isPaid', typed: 'paid' }], { words: 'jobs in Dover', isPaid: false }],
    ['districts', [{ filter: 'kinds', typed: 'jobs' }], { words: 'Paid jobs  in Dover', districts: [] }],
    ['words', [], { words: '' }],
  ] as const)('%s loses the words that said it', (filter, understood, expected) => {
    expect(withoutFilter(form, filter, understood)).toEqual(expected)
  })

  it('takes what was typed as text, never as a pattern', () => {
    expect(withoutFilter({ words: 'c++ (x) [' }, 'kinds', [{ filter: 'kinds', typed: '(x)' }]).words).toBe(
      'c++ [',
    )
  })
})

describe('an address of a search', () => {
  it.each([
    ['jobs near CT1 2AB', 'jobs near CT1'],
    ['ct12ab', 'ct1'],
    ['me10 1aa or TN23 1PL', 'me10 or TN23'],
    ['CT1', 'CT1'],
    ['level 2 3rd year', 'level 2 3rd year'],
    ['covid19 2nd', 'covid19 2nd'],
  ])('%j says no street: %j', (typed, kept) => {
    expect(withoutStreets(typed)).toBe(kept)
  })
})
