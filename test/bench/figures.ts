/** One measured number: the median of its rounds, with the lowest and the highest of them. */
export type Figure = {
  figure: string
  value: number
  unit: string
  min: number
  max: number
  /** What is asked of it, such as `>= 10`; null where there is nothing to reach. */
  goal: string | null
  met: boolean | null
}

export type Goal = { atLeast: number } | { atMost: number }

/** A bench prints nothing: it gives its figures. */
export type Bench = () => Promise<Figure[]>

/** A figure from its rounds. */
export function figureOf(figure: string, unit: string, rounds: readonly number[], goal?: Goal): Figure {
  const sorted = [...rounds].sort((one, other) => one - other)
  const value = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  return {
    figure,
    value: rounded(value),
    unit,
    min: rounded(sorted[0] ?? Number.NaN),
    max: rounded(sorted.at(-1) ?? Number.NaN),
    goal: goal ? goalText(goal) : null,
    met: goal ? isMet(goal, value) : null,
  }
}

const goalText = (goal: Goal) => ('atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`)
const isMet = (goal: Goal, value: number) =>
  'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost

/** Four digits that mean something, whatever the size. */
const rounded = (value: number) => Number(value.toPrecision(4))

/** A figure as one line of the readable table. */
export function lineOf({ figure, value, unit, min, max, goal, met }: Figure): string {
  const reached = goal === null ? '' : `  goal ${goal}: ${met ? 'met' : 'not met'}`
  return `${figure.padEnd(34)} ${String(value).padStart(9)} ${unit.padEnd(11)} (${min} to ${max})${reached}`
}
