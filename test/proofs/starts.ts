import { paths } from '../../src/paths'
import { makeDemoDatabase } from './databases'
import type { Proof } from './proof'
import { startSession } from './sessions'
import { createVisitor } from './visitor'

/** What every other proof stands on: it starts, lets people in, stops when it is asked to, and starts again. */
export const starts: Proof = {
  name: 'starts',
  claim: 'it starts beside another of itself, lets people in, stops with 0 and knows them when it is back',
  unit: 'starts',
  defaultSize: 10,
  ciSize: 2,
  async run({ size, startProduct, folder, chance }) {
    const { email, role } = chance.pick(await makeDemoDatabase(`${folder}/waymark.sqlite`))
    const [product, beside] = [await startProduct(), await startProduct()]
    const visitor = createVisitor(product)
    await visitor.signIn(email)
    const elsewhere = createVisitor(beside)
    elsewhere.takeSession(await startSession(product.databasePath, email))

    const failures: string[] = []
    const readyAfter: number[] = []
    for (let round = 0; round < size; round += 1) {
      for (const one of [visitor, elsewhere]) {
        const { status } = await one.get(paths.account)
        if (status !== 200) failures.push(`round ${round}: ${role} got ${status} for ${paths.account}`)
      }
      const code = await product.stop()
      if (code !== 0) failures.push(`round ${round}: it ended with ${code}`)
      await product.restart()
      readyAfter.push(product.readyAfterMs)
    }
    return { counts: { starts: size + 2, 'slowest ready in ms': Math.max(...readyAfter) }, failures }
  },
}
