import { join } from 'node:path'
import { seedDemoFile } from '../../src/cli/seed-file'
import { PRODUCT_KEY, startProduct } from '../support/built-product'
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder'

/** The built product, running by itself with data of its own. */
export type Service = { env: Record<string, string>; stop: () => Promise<void> }

/**
 * Starts the built product with fresh demonstration data in a temporary folder.
 * @returns what tests need to find it, and how to end it; `stop` also deletes the folder
 */
export async function startService(): Promise<Service> {
  const folder = makeTemporaryFolder('browser')
  const databasePath = join(folder, 'demo.sqlite')
  const mailFolder = join(folder, 'mail')
  const people = await seedDemoFile(databasePath, [PRODUCT_KEY])
  const product = await startProduct({ databasePath, mailFolder, env: { APP_ENV: 'development' } })
  const env = {
    WAYMARK_URL: product.url,
    WAYMARK_MAIL: mailFolder,
    WAYMARK_PEOPLE: JSON.stringify(people),
  }
  return {
    env,
    stop: async () => {
      await product.stop()
      removeFolder(folder)
    },
  }
}
