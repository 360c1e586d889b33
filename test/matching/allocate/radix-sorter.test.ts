import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RadixSorter } from '../../../src/matching/allocate/radix-sorter'

const MOST = 2_000_000

function sort(sorter: RadixSorter, keys: readonly number[]): number[] {
  sorter.reserve(keys.length)
  keys.forEach((key, value) => sorter.add(value, key))
  return [...sorter.sorted().subarray(0, keys.length)]
}

/** Positions by key, equal ones in their order: what the language's own stable sort gives. */
const expected = (keys: readonly number[]) =>
  [...keys.keys()].sort((one, other) => keys[one]! - keys[other]! || one - other)

describe('sorting short lists by whole keys', () => {
  it('is stable, whatever the length, one list after another', () => {
    const list = fc.array(fc.oneof(fc.nat(3), fc.nat(MOST)), { maxLength: 60 })
    fc.assert(
      fc.property(fc.array(list, { maxLength: 6 }), (lists) => {
        const sorter = new RadixSorter(MOST)
        for (const keys of lists) expect(sort(sorter, keys)).toEqual(expected(keys))
      }),
    )
  })

  it('sorts by every digit of the greatest key', () => {
    const keys = Array.from({ length: 21 }, (_, bit) => 2 ** (20 - bit))
    expect(sort(new RadixSorter(2 ** 20), keys)).toEqual(expected(keys))
  })

  it('leaves keys that are all nothing as they are', () => {
    expect(
      sort(
        new RadixSorter(0),
        Array.from({ length: 20 }, () => 0),
      ),
    ).toEqual([...Array(20).keys()])
  })
})
