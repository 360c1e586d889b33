import { join } from 'node:path'
import { Chance } from '../../db/seed/demo/chance'
import { type RunningProduct, startProduct } from '../support/built-product'
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder'
import type { Proof, ProofContext, ProofResult } from './proof'

export type ProofReport = { proof: string; size: number; seed: number } & ProofResult

/** Runs one proof with data of its own and takes everything away again. A proof that throws has failed. */
export async function runProof(
  proof: Proof,
  { size, seed }: { size: number; seed: number },
): Promise<ProofReport> {
  const folder = makeTemporaryFolder(proof.name)
  const products: RunningProduct[] = []
  const context: ProofContext = {
    size,
    seed,
    chance: new Chance(seed),
    folder,
    startProduct: async (options = {}) => {
      const product = await startProduct({
        databasePath: join(folder, 'waymark.sqlite'),
        mailFolder: join(folder, 'mail'),
        ...options,
      })
      products.push(product)
      return product
    },
    log: (line) => console.error(`${proof.name}: ${line}`),
  }
  const result = await proof.run(context).catch(asFailure)
  await Promise.all(products.map((product) => product.stop()))
  removeFolder(folder)
  return { proof: proof.name, size, seed, ...result }
}

function asFailure(error: unknown): ProofResult {
  return { counts: {}, failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
}
