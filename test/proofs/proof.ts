import type { Chance } from '../../db/seed/demo/chance'
import type { ProductOptions, RunningProduct } from '../support/built-product'

/** Something that is claimed of the product, tried from outside on the built product. */
export type Proof = {
  name: string
  /** One sentence: what holds when the proof is green. */
  claim: string
  /** What `size` counts. */
  unit: string
  defaultSize: number
  /** Small enough for every run of continuous integration. */
  ciSize: number
  run(context: ProofContext): Promise<ProofResult>
}

/** What a proof is given. Everything it makes is gone when it ends, however it ends. */
export type ProofContext = {
  size: number
  seed: number
  /** Every choice is drawn from here: the same seed gives the same run. */
  chance: Chance
  /** A folder of this proof alone. */
  folder: string
  /** Starts the built product; where nothing is said, on `waymark.sqlite` and `mail` in the proof's folder. */
  startProduct(options?: Partial<ProductOptions>): Promise<RunningProduct>
  /** Says on standard error how far it is. */
  log(line: string): void
}

export type ProofResult = {
  /** What was done, in numbers. */
  counts: Record<string, number>
  /** One line each; none when the claim holds. */
  failures: string[]
}
