import type { Child } from 'hono/jsx'
import { classNames } from './class-names'
import { describedBy, type FieldNotes, FormGroup, Notes } from './field'
import { Label, type TextSize } from './label'

export type TextareaProps = FieldNotes & {
  name: string
  label: Child
  id?: string | undefined
  value?: string | undefined
  rows?: number | undefined
  labelSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
  spellcheck?: boolean | undefined
}

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const { name, id = name, error } = props
  return (
    <FormGroup error={error}>
      <TextareaField {...props} id={id} describedBy={describedBy(id, props)} />
    </FormGroup>
  )
}

type TextareaFieldProps = TextareaProps & {
  id: string
  describedBy: string | undefined
  class?: string | undefined
}

/** The label, notes and control, for the two components that wrap them differently. */
export function TextareaField(props: TextareaFieldProps) {
  const { id, error, spellcheck } = props
  return (
    <>
      <Label for={id} size={props.labelSize} isPageHeading={props.isPageHeading}>
        {props.label}
      </Label>
      <Notes id={id} hint={props.hint} error={error} />
      <textarea
        class={classNames('govuk-textarea', Boolean(error) && 'govuk-textarea--error', props.class)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={spellcheck}
        aria-describedby={props.describedBy}
      >
        {keepFirstNewline(props.value)}
      </textarea>
    </>
  )
}

/** A browser drops one newline straight after `<textarea>`, so a text that starts with one needs two. */
function keepFirstNewline(value: string | undefined): string {
  return value?.startsWith('\n') ? `\n${value}` : (value ?? '')
}
