import { IndexFault, type IndexFaultReason, type SearchIndex } from './search-index'

/** An answer after this counts as a fault: a page asks several times one after the other, and may take a second. */
const SLOW_MS = 150

/** So many faults one after the other, and the engine is left alone. A late one is enough. */
const FAULTS_MAX = 2
const REST_MS = 30_000

/**
 * An engine with another that stands in while it is not well: the same page either way. After a rest one search tries
 * it again; the others do not wait for that.
 * @param now milliseconds that never go back, such as `performance.now`
 * @param onFault told each time, never what was asked
 */
export function withStandIn({
  index,
  standIn,
  now,
  onFault,
}: {
  index: SearchIndex
  standIn: SearchIndex
  now: () => number
  onFault: (reason: IndexFaultReason) => void
}): SearchIndex & { isResting: () => boolean } {
  let faults = 0
  let restUntil = 0
  let isTrying = false

  const isResting = () => faults >= FAULTS_MAX && now() < restUntil
  const mayAsk = () => faults < FAULTS_MAX || (now() >= restUntil && !isTrying)

  function fail(reason: IndexFaultReason) {
    faults = reason === 'late' ? FAULTS_MAX : faults + 1
    restUntil = now() + REST_MS
    onFault(reason)
  }

  return {
    isNeverBehind: false,
    isResting,
    async find(question) {
      if (mayAsk()) {
        const isTrial = faults >= FAULTS_MAX
        if (isTrial) isTrying = true
        const started = now()
        try {
          const answer = await index.find(question)
          if (now() - started > SLOW_MS) fail('slow')
          else faults = 0
          return answer
        } catch (error) {
          if (!(error instanceof IndexFault)) throw error
          fail(error.reason)
        } finally {
          if (isTrial) isTrying = false
        }
      }
      return { ...(await standIn.find(question)), isStandIn: true }
    },
  }
}
