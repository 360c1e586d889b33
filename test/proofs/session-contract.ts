import type { Proof } from './proof'
import { runTests } from './run-tests'

/** Both runtimes in process, with time moved by the clock that is passed in: no product of its own can be made to wait. */
export const sessions: Proof = {
  name: 'sessions',
  claim: 'sessions start, last, end and are told apart as promised, on Node and on Workers',
  unit: 'times',
  defaultSize: 3,
  ciSize: 1,
  async run({ size, folder }) {
    const counts = { 'promises kept on Node': 0, 'promises kept on Workers': 0 }
    const failures: string[] = []
    for (let time = 0; time < size; time += 1) {
      const node = await runTests(folder, ['--project', 'node', 'contracts/sessions'])
      const workers = await runTests(folder, ['--project', 'workers', 'contracts/sessions'])
      counts['promises kept on Node'] += node.passed
      counts['promises kept on Workers'] += workers.passed
      failures.push(...node.failures, ...workers.failures)
      if (node.passed !== workers.passed)
        failures.push(`${node.passed} promises on Node, ${workers.passed} on Workers`)
    }
    return { counts, failures }
  },
}
