import type { Child } from 'hono/jsx'
import { classNames } from './class-names'
import { describedBy, type FieldNotes, FormGroup, Notes } from './field'
import { Fieldset } from './fieldset'
import { Hint } from './hint'
import { Label, type TextSize } from './label'

export type ChoiceItem = {
  value: string
  text: Child
  hint?: Child
  /** Shown when the item is chosen; without JavaScript it is always shown. */
  conditional?: Child
}

export type ChoiceGroupProps = FieldNotes & {
  name: string
  legend: Child
  items: readonly ChoiceItem[]
  legendSize?: TextSize | undefined
  isPageHeading?: boolean | undefined
}

type ChoicesProps = ChoiceGroupProps & {
  kind: 'radios' | 'checkboxes'
  isChosen: (value: string) => boolean
  modifiers: readonly (string | false | undefined)[]
}

/** What radios and checkboxes share: a question, its notes, and one control an item. */
export function Choices(props: ChoicesProps) {
  const { kind, name, legend, items, hint, error, legendSize, isPageHeading } = props
  const modifiers = props.modifiers.map((modifier) => modifier && `govuk-${kind}--${modifier}`)
  return (
    <FormGroup error={error}>
      <Fieldset
        legend={legend}
        legendSize={legendSize}
        isPageHeading={isPageHeading}
        describedBy={describedBy(name, { hint, error })}
      >
        <Notes id={name} hint={hint} error={error} />
        <div class={classNames(`govuk-${kind}`, ...modifiers)} data-module={`govuk-${kind}`}>
          {items.map((item, position) => (
            <Choice
              {...item}
              kind={kind}
              name={name}
              id={idAt(name, position)}
              isChosen={props.isChosen(item.value)}
            />
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

/** The first control carries the bare name as its id, so that an error can link to it. */
function idAt(name: string, position: number): string {
  return position === 0 ? name : `${name}-${position + 1}`
}

type ChoiceProps = ChoiceItem & { kind: 'radios' | 'checkboxes'; name: string; id: string; isChosen: boolean }

function Choice({ kind, name, id, value, text, hint, conditional, isChosen }: ChoiceProps) {
  const hintId = hint ? `${id}-item-hint` : undefined
  const conditionalId = conditional ? `conditional-${id}` : undefined
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={value}
          checked={isChosen}
          data-aria-controls={conditionalId}
          aria-describedby={hintId}
        />
        <Label for={id} class={`govuk-${kind}__label`}>
          {text}
        </Label>
        {hint ? (
          <Hint id={hintId} class={`govuk-${kind}__hint`}>
            {hint}
          </Hint>
        ) : null}
      </div>
      {conditional ? (
        <div
          class={classNames(`govuk-${kind}__conditional`, !isChosen && `govuk-${kind}__conditional--hidden`)}
          id={conditionalId}
        >
          {conditional}
        </div>
      ) : null}
    </>
  )
}
