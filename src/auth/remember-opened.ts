import type { Secrets } from '../domain/secrets'

const REMEMBERED_MAX = 20_000
const FORGET_AFTER_MS = 600_000

/**
 * Secrets that remember for ten minutes what they opened, in memory only. A shortlist opens every fact of everybody,
 * and most are the same a moment later. A sealed text opens to one text for ever and is sealed anew at each change,
 * so nothing remembered can be out of date; what was erased or changed is no longer asked for, and forgotten with the
 * first opening after the ten minutes, or when the process ends.
 */
export function rememberOpened(secrets: Secrets, now: () => Date): Secrets {
  const opened = new Map<string, string>()
  let forgetAt = 0

  return {
    ...secrets,
    async open(sealed) {
      const at = now().getTime()
      if (at >= forgetAt || opened.size >= REMEMBERED_MAX) {
        opened.clear()
        forgetAt = at + FORGET_AFTER_MS
      }
      const before = opened.get(sealed)
      if (before !== undefined) return before
      const text = await secrets.open(sealed)
      opened.set(sealed, text)
      return text
    },
  }
}
