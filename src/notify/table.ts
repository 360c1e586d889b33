import type { Database } from '../../db/database'
import { listSentMail } from '../../db/queries/outbox'
import { addSentMail } from '../../db/statements/outbox'
import type { Notifier, SentMail } from './notifier'

/** Mail into a table, where there are no files to write it to: development on Workers. */
export function createTableNotifier(db: Database): Notifier & SentMail {
  return {
    send: (mail) => db.commit([addSentMail(db, mail)]),
    list: () => listSentMail(db),
  }
}
