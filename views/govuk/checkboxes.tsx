import { type ChoiceGroupProps, Choices } from './choice'

export type CheckboxesProps = ChoiceGroupProps & {
  values?: readonly string[] | undefined
  isSmall?: boolean | undefined
}

/** Any number of answers, none included. */
export function Checkboxes({ values = [], isSmall, ...group }: CheckboxesProps) {
  return (
    <Choices
      {...group}
      kind="checkboxes"
      isChosen={(item) => values.includes(item)}
      modifiers={[isSmall && 'small']}
    />
  )
}
