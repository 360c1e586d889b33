/** So many bits of a key are looked at in one pass. */
const DIGIT_BITS = 5
const DIGITS = 1 << DIGIT_BITS
/** A list that is no longer than this is sooner sorted by putting each in its place. */
const SHORT = 12

/** Sorts short lists of numbers by whole keys, one list after the other; equal keys stay in the order they are added in. */
export class RadixSorter {
  private readonly passes: number
  private readonly next = new Int32Array(DIGITS)
  private count = 0
  private keys = new Int32Array(0)
  private values = new Int32Array(0)
  private otherKeys = new Int32Array(0)
  private otherValues = new Int32Array(0)

  /** @param most the greatest key there will be, below 2^31 */
  constructor(most: number) {
    this.passes = Math.ceil((32 - Math.clz32(most)) / DIGIT_BITS)
  }

  /** Begins a list of at most so many. */
  reserve(count: number): void {
    this.count = 0
    if (this.keys.length >= count) return
    this.keys = new Int32Array(count)
    this.values = new Int32Array(count)
    this.otherKeys = new Int32Array(count)
    this.otherValues = new Int32Array(count)
  }

  /** One more of the list. */
  add(value: number, key: number): void {
    this.keys[this.count] = key
    this.values[this.count] = value
    this.count += 1
  }

  /** @returns the values in the order of their keys, the least first; good until the next list */
  sorted(): Int32Array {
    if (this.count <= SHORT) this.insertEach()
    else for (let pass = 0; pass < this.passes; pass += 1) this.sortBy(pass * DIGIT_BITS)
    return this.values
  }

  private insertEach(): void {
    const { keys, values, count } = this
    for (let one = 1; one < count; one += 1) {
      const [key, value] = [keys[one]!, values[one]!]
      let at = one
      for (; at > 0 && keys[at - 1]! > key; at -= 1) {
        keys[at] = keys[at - 1]!
        values[at] = values[at - 1]!
      }
      keys[at] = key
      values[at] = value
    }
  }

  private sortBy(shift: number): void {
    const { next, keys, values, otherKeys, otherValues, count } = this
    next.fill(0)
    for (let at = 0; at < count; at += 1) next[(keys[at]! >> shift) & (DIGITS - 1)]! += 1
    let before = 0
    for (let digit = 0; digit < DIGITS; digit += 1) {
      before += next[digit]!
      next[digit] = before - next[digit]!
    }
    for (let at = 0; at < count; at += 1) {
      const digit = (keys[at]! >> shift) & (DIGITS - 1)
      const to = next[digit]!
      next[digit] = to + 1
      otherKeys[to] = keys[at]!
      otherValues[to] = values[at]!
    }
    this.keys = otherKeys
    this.values = otherValues
    this.otherKeys = keys
    this.otherValues = values
  }
}
