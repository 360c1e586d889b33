/** A typed array that doubles when it is full. */
export class GrowingColumn {
  length = 0
  private values = new Int32Array(1024)

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Int32Array(this.values.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length] = value
    this.length += 1
  }

  at(index: number): number {
    return this.values[index] as number
  }

  toArray(): Int32Array {
    return this.values.subarray(0, this.length)
  }
}
