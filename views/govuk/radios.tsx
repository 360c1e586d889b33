import { type ChoiceGroupProps, Choices } from './choice'

export type RadiosProps = ChoiceGroupProps & {
  value?: string | undefined
  isInline?: boolean | undefined
  isSmall?: boolean | undefined
}

/** One answer out of several. */
export function Radios({ value, isInline, isSmall, ...group }: RadiosProps) {
  return (
    <Choices
      {...group}
      kind="radios"
      isChosen={(item) => item === value}
      modifiers={[isInline && 'inline', isSmall && 'small']}
    />
  )
}
