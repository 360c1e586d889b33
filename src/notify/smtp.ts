import { createTransport } from 'nodemailer'
import type { Notifier } from './notifier'

/** Mail through the council's relay. The message id is ours, so a relay can drop a duplicate. */
export function createSmtpNotifier(url: string, from: string): Notifier {
  const transport = createTransport(url)
  return {
    async send({ id, to, subject, body }) {
      const domain = from.slice(from.indexOf('@') + 1)
      await transport.sendMail({ from, to, subject, text: body, messageId: `<${id}@${domain}>` })
    },
  }
}
