import type { Context } from 'hono'
import type { z } from 'zod'
import type { Reader } from '../../../../db/database'
import type { Day } from '../../../domain/dates'
import type { OpportunityDraft } from '../../../domain/opportunity-draft'
import type { AppEnv } from '../../../http/app-env'
import { type FieldError, type FormResult, type FormValues, readForm } from '../../../http/form'

/** What a step may look at while it reads what was typed. */
export type SectionContext = { db: Reader; today: Day; draft: OpportunityDraft }

/** One step of the task list: from the draft to the boxes of its page, and back. */
export type SectionForm = {
  toValues: (draft: OpportunityDraft) => FormValues
  read: (c: Context<AppEnv>, context: SectionContext) => Promise<FormResult<OpportunityDraft>>
}

type Definition<Shape extends z.ZodRawShape> = {
  schema: z.ZodObject<Shape> | ((today: Day) => z.ZodObject<Shape>)
  toValues: (draft: OpportunityDraft) => FormValues
  /** The fields to keep, or what is wrong where only the database can tell. */
  toFields: (
    value: z.output<z.ZodObject<Shape>>,
    context: SectionContext,
  ) => OpportunityDraft | FieldError | Promise<OpportunityDraft | FieldError>
}

/** Ties a step's schema to the fields it fills, then hides the schema's type from the list of steps. */
export function sectionForm<Shape extends z.ZodRawShape>(definition: Definition<Shape>): SectionForm {
  const { schema, toValues, toFields } = definition
  return {
    toValues,
    async read(c, context) {
      const form = readForm(c, typeof schema === 'function' ? schema(context.today) : schema)
      if (!form.ok) return form
      const result = await toFields(form.value, context)
      if ('field' in result) return { ok: false, values: form.values, errors: [result] }
      return { ok: true, value: result, values: form.values }
    },
  }
}
