import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mail, Notifier, SentMail } from './notifier'

const LISTED_MAX = 200

/** One JSON file per message, for development and tests on Node. */
export function createDirectoryNotifier(folder: string): Notifier & SentMail {
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true })
      const name = join(folder, `${mail.at.replaceAll(':', '-')}-${mail.id}.json`)
      // Renaming at the end: nobody reads half a message.
      await writeFile(`${name}.part`, JSON.stringify(mail, null, 2), { mode: 0o600 })
      await rename(`${name}.part`, name)
    },
    async list() {
      const names = await readdir(folder).catch(() => [])
      const newest = names
        .filter((name) => name.endsWith('.json'))
        .sort()
        .reverse()
        .slice(0, LISTED_MAX)
      return Promise.all(
        newest.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Mail),
      )
    },
  }
}
