import type { Instant } from '../../../src/domain/dates'
import type { Rows } from './rows'

/** One change of one thing. */
export type Step = {
  at: Instant
  by: string
  action: string
  from?: string
  to?: string
  code?: string
  words?: string
}

type Event = Step & { subject: string; version: number }

/** What happened, as the audit keeps it: as many rows for a thing as its version says. */
export class History {
  readonly #events: Event[] = []

  /**
   * All that happened to one thing, in order.
   * @returns its version after the last step
   */
  record(subject: string, steps: readonly Step[]): number {
    for (const [index, step] of steps.entries()) this.#events.push({ ...step, subject, version: index + 1 })
    return steps.length
  }

  /** Writes the events in the order of time. The scheduled job seals them, as it does every other. */
  addTo(rows: Rows): void {
    for (const event of this.#events.toSorted((one, other) => compare(one.at, other.at))) {
      rows.add('audit_event', {
        at: event.at,
        actor_id: event.by,
        action: event.action,
        subject: event.subject,
        version: event.version,
        from_state: event.from ?? null,
        to_state: event.to ?? null,
        code: event.code ?? null,
      })
      if (event.words)
        rows.add('audit_words', { subject: event.subject, version: event.version, words: event.words })
    }
  }
}

/** The sort is stable, so what happened to one thing in one moment keeps its order. */
function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
