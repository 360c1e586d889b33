import type { Child } from 'hono/jsx'
import { classNames } from './class-names'
import { describedBy, type FieldNotes, FormGroup, Notes } from './field'
import { Label, type TextSize } from './label'

export type FileUploadProps = FieldNotes & {
  name: string
  label: Child
  id?: string | undefined
  accept?: string | undefined
  labelSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
}

/** One file; the form around it needs `hasFile`. */
export function FileUpload(props: FileUploadProps) {
  const { name, label, id = name, hint, error } = props
  return (
    <FormGroup error={error}>
      <Label for={id} size={props.labelSize} isPageHeading={props.isPageHeading}>
        {label}
      </Label>
      <Notes id={id} hint={hint} error={error} />
      <input
        class={classNames('govuk-file-upload', Boolean(error) && 'govuk-file-upload--error')}
        id={id}
        name={name}
        type="file"
        accept={props.accept}
        aria-describedby={describedBy(id, props)}
      />
    </FormGroup>
  )
}
