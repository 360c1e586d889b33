import { z } from 'zod'
import { findContactDetail } from '../../domain/contact-details'
import { DECLINE_CODES } from '../../domain/match'
import { SUPPORTS } from '../../domain/taxonomy'
import { line, list } from '../../http/form'

export const DeclineForm = z.object({
  code: z.enum(DECLINE_CODES, 'Choose a reason, or “I would rather not say”'),
  words: line('What you write', 500),
})

const DETAIL = {
  postcode: 'the postcode',
  email: 'the email address',
  link: 'the link',
  phone: 'the phone number',
} as const

/** What is shared must not let anybody be found outside the service: they may tell such things themselves, later. */
export const nothingToBeFoundBy = (text: string, context: z.RefinementCtx<string>) => {
  const detail = findContactDetail(text)
  if (!detail) return
  const message = `Take out ${DETAIL[detail]}. You can tell them things like that later, if you want to`
  context.addIssue({ code: 'custom', message })
}

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
