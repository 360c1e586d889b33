import type { Child } from 'hono/jsx'
import { classNames } from './class-names'
import { ErrorMessage } from './error-message'
import { Hint } from './hint'

/** What every field may be told about its help and its fault. */
export type FieldNotes = { hint?: Child; error?: string | undefined }

/** The ids a control names in `aria-describedby`, in the order the GOV.UK macros use. */
export function describedBy(id: string, { hint, error }: FieldNotes, before?: string): string | undefined {
  const ids = [before, hint ? `${id}-hint` : undefined, error ? `${id}-error` : undefined]
  return ids.filter(Boolean).join(' ') || undefined
}

/** The hint and the error message that stand between a label and its control. */
export function Notes({ id, hint, error }: FieldNotes & { id: string }) {
  return (
    <>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {error ? <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage> : null}
    </>
  )
}

type FormGroupProps = {
  children: Child
  error?: string | undefined
  class?: string | undefined
  data?: Record<`data-${string}`, string> | undefined
}

/** The block that holds one question. */
export function FormGroup({ children, error, class: extra, data }: FormGroupProps) {
  return (
    <div class={classNames('govuk-form-group', Boolean(error) && 'govuk-form-group--error', extra)} {...data}>
      {children}
    </div>
  )
}
