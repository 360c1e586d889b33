import { NONE } from './round'

/** A binary heap of nodes by distance; equal distances come out lowest number first, so that a run repeats itself. */
export class DistanceHeap {
  private readonly keys: number[] = []
  private readonly values: number[] = []

  clear(): void {
    this.keys.length = 0
    this.values.length = 0
  }

  push(key: number, value: number): void {
    const { keys, values } = this
    let child = keys.length
    keys.push(key)
    values.push(value)
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!isBefore(key, value, keys[parent]!, values[parent]!)) break
      keys[child] = keys[parent]!
      values[child] = values[parent]!
      child = parent
    }
    keys[child] = key
    values[child] = value
  }

  /** The nearest node that is not settled, or `NONE`. A stale entry has a greater key than its distance. */
  pop(distance: Float64Array, isSettled: Uint8Array): number {
    for (;;) {
      if (this.keys.length === 0) return NONE
      const key = this.keys[0]!
      const value = this.values[0]!
      this.removeFirst()
      if (isSettled[value] === 0 && key === distance[value]) return value
    }
  }

  private removeFirst(): void {
    const { keys, values } = this
    const key = keys.pop()!
    const value = values.pop()!
    const length = keys.length
    if (length === 0) return
    let parent = 0
    for (;;) {
      let child = 2 * parent + 1
      if (child >= length) break
      if (child + 1 < length && isBefore(keys[child + 1]!, values[child + 1]!, keys[child]!, values[child]!))
        child += 1
      if (!isBefore(keys[child]!, values[child]!, key, value)) break
      keys[parent] = keys[child]!
      values[parent] = values[child]!
      parent = child
    }
    keys[parent] = key
    values[parent] = value
  }
}

const isBefore = (key: number, value: number, otherKey: number, otherValue: number): boolean =>
  key < otherKey || (key === otherKey && value < otherValue)
