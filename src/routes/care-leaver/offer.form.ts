import { z } from 'zod'
import { DECLINE_CODES } from '../../domain/match'
import { SUPPORTS } from '../../domain/taxonomy'
import { line, list } from '../../http/form'

export const DeclineForm = z.object({
  code: z.enum(DECLINE_CODES, 'Choose a reason, or “I would rather not say”'),
  words: line('What you write', 500),
})

/** A postcode in a text would tell where somebody lives or will be; the service stores none. */
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i

export const ShareForm = z.object({
  nameUsed: z
    .string('Enter the name they should use')
    .min(1, 'Enter the name they should use')
    .max(60, 'Name must be 60 characters or fewer'),
  pronouns: line('Pronouns', 30),
  words: line('What you write', 600).refine(
    (text) => !POSTCODE.test(text),
    'Take out the postcode. You can tell them things like that later, if you want to',
  ),
  supports: list(z.enum(SUPPORTS)),
})

export type ShareFormValue = z.output<typeof ShareForm>

export const MessageForm = z.object({
  body: line('Message', 2000, 'Write a message first'),
})
