import { z } from 'zod'
import { DECLINE_CODES } from '../../domain/match'
import { SUPPORTS } from '../../domain/taxonomy'
import { withoutContactDetails } from '../../http/fields'
import { line, list } from '../../http/form'

export const DeclineForm = z.object({
  code: z.enum(DECLINE_CODES, 'Choose a reason, or “I would rather not say”'),
  words: line('What you write', 500),
})

/** What is shared must not let anybody be found outside the service: they may tell such things themselves, later. */
export const nothingToBeFoundBy = withoutContactDetails(
  'You can tell them things like that later, if you want to',
)

export const ShareForm = z.object({
  nameUsed: z
    .string('Enter the name they should use')
    .min(1, 'Enter the name they should use')
    .max(60, 'Name must be 60 characters or fewer')
    .superRefine(nothingToBeFoundBy),
  pronouns: line('Pronouns', 30).superRefine(nothingToBeFoundBy),
  words: line('What you write', 600).superRefine(nothingToBeFoundBy),
  supports: list(z.enum(SUPPORTS)),
  /** Whom the page named. */
  receiver: line('Receiver', 32),
})

export type ShareFormValue = z.output<typeof ShareForm>

export const MessageForm = z.object({
  body: line('Message', 2000, 'Write a message first'),
})
