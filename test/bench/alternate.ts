/** Measures once and gives the number. */
type Side = () => Promise<number>

/** The first is dropped: caches and the compiler are cold in it. */
const ROUNDS = 16

/**
 * Measures every side in turn, round after round, so that whatever else the machine does falls on all of them.
 * @returns the numbers of each side, round by round, without the first
 */
export async function alternate<Name extends string>(
  sides: Record<Name, Side>,
  rounds = ROUNDS,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(sides) as Name[]
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const value = await sides[name]()
      if (round > 0) measured[name].push(value)
    }
  }
  return measured
}

/** Each round's ratio of one side to another, times `scale`. */
export function ratios(side: readonly number[], anchor: readonly number[], scale = 1): number[] {
  return side.map((value, round) => (scale * value) / (anchor[round] as number))
}
