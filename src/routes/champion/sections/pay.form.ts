import { z } from 'zod'
import { PAYS } from '../../../domain/opportunity'
import { line } from '../../../http/form'
import { sectionForm } from './section-form'

/** What people get, in plain words, and how they are helped to get there. */
export const pay = sectionForm({
  schema: z
    .object({
      pay: z.enum(PAYS, 'Choose whether people are paid'),
      payText: line('What people get', 120),
      travelHelp: line('Travel help', 300),
    })
    .superRefine((values, check) => {
      if (values.pay === 'wage' && !values.payText)
        check.addIssue({
          code: 'custom',
          path: ['payText'],
          message: 'Enter the pay, for example £12.60 an hour',
        })
    }),
  toValues: ({ pay: kind = '', payText = '', travelHelp = '' }) => ({ pay: kind, payText, travelHelp }),
  toFields: (value) => value,
})
