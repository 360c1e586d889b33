import { diskFull } from './faults/disk-full'
import { locked } from './faults/locked'
import { mailDown } from './faults/mail-down'
import { readOnly } from './faults/read-only'
import { stopping } from './faults/stopping'
import type { Proof } from './proof'

/** What the product does when something it stands on does not hold. Each fault has data of its own. */
export const faults: Proof = {
  name: 'faults',
  claim:
    'a locked or full database, a stop under load and a dead mail relay cost nobody a read, an acknowledged write or a mail',
  unit: 'stops under load',
  defaultSize: 20,
  ciSize: 3,
  async run(context) {
    const counts: Record<string, number> = {}
    const failures: string[] = []
    for (const [name, fault] of Object.entries({ locked, diskFull, readOnly, stopping, mailDown })) {
      const result = await fault(context)
      Object.assign(counts, result.counts)
      failures.push(...result.failures.map((failure) => `${name}: ${failure}`))
      context.log(name)
    }
    return { counts, failures }
  },
}
