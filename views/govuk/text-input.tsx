import type { Child } from 'hono/jsx'
import { classNames } from './class-names'
import { describedBy, type FieldNotes, FormGroup, Notes } from './field'
import { Label, type TextSize } from './label'

export type TextInputProps = FieldNotes & {
  name: string
  label: Child
  id?: string | undefined
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'number' | undefined
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'text' | undefined
  autocomplete?: string | undefined
  width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined
  labelSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
  spellcheck?: boolean | undefined
  /** What a browser may offer while somebody types. */
  suggestions?: readonly string[] | undefined
  prefix?: string | undefined
  suffix?: string | undefined
}

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { name, label, id = name, hint, error, labelSize, isPageHeading } = props
  return (
    <FormGroup error={error}>
      <Label for={id} size={labelSize} isPageHeading={isPageHeading}>
        {label}
      </Label>
      <Notes id={id} hint={hint} error={error} />
      <Affixed prefix={props.prefix} suffix={props.suffix}>
        <Control {...props} id={id} />
      </Affixed>
      {props.suggestions?.length ? <Suggestions id={id} texts={props.suggestions} /> : null}
    </FormGroup>
  )
}

const suggestionsId = (id: string) => `${id}-suggestions`

/** Native, so that it works with a keyboard, a screen reader and no script. */
function Suggestions({ id, texts }: { id: string; texts: readonly string[] }) {
  return (
    <datalist id={suggestionsId(id)}>
      {texts.map((text) => (
        <option value={text} />
      ))}
    </datalist>
  )
}

function Control(props: TextInputProps & { id: string }) {
  const { id, width, error, spellcheck } = props
  return (
    <input
      class={classNames(
        'govuk-input',
        width !== undefined && `govuk-input--width-${width}`,
        Boolean(error) && 'govuk-input--error',
      )}
      id={id}
      name={props.name}
      type={props.type ?? 'text'}
      value={props.value}
      spellcheck={spellcheck}
      aria-describedby={describedBy(id, props)}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      list={props.suggestions?.length ? suggestionsId(id) : undefined}
    />
  )
}

type AffixedProps = { children: Child; prefix?: string | undefined; suffix?: string | undefined }

function Affixed({ children, prefix, suffix }: AffixedProps) {
  if (!prefix && !suffix) return <>{children}</>
  return (
    <div class="govuk-input__wrapper">
      {prefix ? <Affix place="prefix">{prefix}</Affix> : null}
      {children}
      {suffix ? <Affix place="suffix">{suffix}</Affix> : null}
    </div>
  )
}

/** Hidden from screen readers, so the label must say the unit too. */
function Affix({ place, children }: { place: 'prefix' | 'suffix'; children: string }) {
  return (
    <div class={`govuk-input__${place}`} aria-hidden="true">
      {children}
    </div>
  )
}
