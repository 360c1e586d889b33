import { describedBy, FormGroup } from './field'
import { Hint } from './hint'
import { TextareaField, type TextareaProps } from './textarea'

export type CharacterCountProps = TextareaProps & { maxLength: number }

/** Several lines of text that say how much room is left. */
export function CharacterCount({ maxLength, ...props }: CharacterCountProps) {
  const { name, id = name, error } = props
  const info = `${id}-info`
  const data = { 'data-module': 'govuk-character-count', 'data-maxlength': String(maxLength) } as const
  return (
    <FormGroup error={error} class="govuk-character-count" data={data}>
      <TextareaField
        {...props}
        id={id}
        describedBy={describedBy(id, props, info)}
        class="govuk-js-character-count"
      />
      <Hint id={info} class="govuk-character-count__message">
        You can enter up to {maxLength} characters
      </Hint>
    </FormGroup>
  )
}
