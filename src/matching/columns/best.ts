/** Keeps the least of the keys it is offered, no more than a limit of them. */
export class Best {
  private readonly keys: Float64Array
  private size = 0

  constructor(limit: number) {
    this.keys = new Float64Array(limit)
  }

  /** What a key has to be less than to be kept. */
  get bar(): number {
    if (this.size < this.keys.length) return Infinity
    return this.size === 0 ? -Infinity : this.keys[0]!
  }

  /** Keeps a key that is less than the bar; the greatest one makes room for it. */
  add(key: number): void {
    const isFull = this.size === this.keys.length
    if (isFull) this.sink(key)
    else this.rise(key)
  }

  /** The kept keys, the least first. Nothing can be added afterwards. */
  inOrder(): Float64Array {
    return this.keys.subarray(0, this.size).sort()
  }

  private rise(key: number): void {
    let at = this.size
    this.size += 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (this.keys[parent]! >= key) break
      this.keys[at] = this.keys[parent]!
      at = parent
    }
    this.keys[at] = key
  }

  private sink(key: number): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.size) break
      if (child + 1 < this.size && this.keys[child + 1]! > this.keys[child]!) child += 1
      if (this.keys[child]! <= key) break
      this.keys[at] = this.keys[child]!
      at = child
    }
    this.keys[at] = key
  }
}
