/** Keeps the least of the keys it is offered, no more than a limit of them: a heap with the greatest on top. */
export class Best {
  private readonly keys: number[] = []
  /** What a key has to be less than to be kept. */
  bar: number

  constructor(private readonly limit: number) {
    this.bar = limit === 0 ? -Infinity : Infinity
  }

  /** Keeps a key that is less than the bar; the greatest one makes room for it. */
  add(key: number): void {
    const { keys, limit } = this
    if (keys.length === limit) this.sink(key, limit)
    else this.rise(key)
    if (keys.length === limit) this.bar = keys[0]!
  }

  /** The kept keys, the least first. Nothing can be added afterwards. */
  inOrder(): number[] {
    const { keys } = this
    for (let last = keys.length - 1; last > 0; last -= 1) {
      const key = keys[last]!
      keys[last] = keys[0]!
      this.sink(key, last)
    }
    return keys
  }

  private rise(key: number): void {
    const { keys } = this
    let at = keys.length
    keys.push(key)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (keys[parent]! >= key) break
      keys[at] = keys[parent]!
      at = parent
    }
    keys[at] = key
  }

  /** Puts a key in the place of the greatest of the first so many. */
  private sink(key: number, size: number): void {
    const { keys } = this
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && keys[child + 1]! > keys[child]!) child += 1
      if (keys[child]! <= key) break
      keys[at] = keys[child]!
      at = child
    }
    keys[at] = key
  }
}
