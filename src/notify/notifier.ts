import type { Instant } from '../domain/dates'

export type Mail = { id: string; to: string; subject: string; body: string; at: Instant }

/** Where mail leaves the service. Only the outbox's drain sends; a request never waits for it. */
export interface Notifier {
  /** @throws when the mail could not be handed over; the drain tries again */
  send(mail: Mail): Promise<void>
}

/** What the development page lists. */
export interface SentMail {
  list(): Promise<Mail[]>
}
