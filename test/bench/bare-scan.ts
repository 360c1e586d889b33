const TIMES = 2_000

/**
 * The least that looking at everybody can cost: one pass over one column of as many numbers.
 * @returns a measurement that gives the milliseconds of one pass
 */
export function bareScan(count: number): () => number {
  const column = Uint32Array.from({ length: count }, (_, index) => Math.imul(index, 2654435761))
  let found = 0
  return () => {
    const start = performance.now()
    for (let time = 0; time < TIMES; time += 1) {
      // Another mask each time, so that no pass can be left out as the same as the one before.
      // By index: walking a column by an iterator takes five times as long, which would flatter what is measured.
      for (let at = 0; at < count; at += 1) if (((column[at] as number) & time) === time) found += 1
    }
    const milliseconds = (performance.now() - start) / TIMES
    if (found < 0) throw new Error('Nothing was counted')
    return milliseconds
  }
}
