import type { Child } from 'hono/jsx'
import { classNames } from './class-names'

export type TagColour =
  'blue' | 'grey' | 'green' | 'teal' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'

export type TagProps = { children: Child; colour?: TagColour | undefined }

/** A state in one or two words. The colour only underlines the word. */
export function Tag({ children, colour }: TagProps) {
  return <strong class={classNames('govuk-tag', colour && `govuk-tag--${colour}`)}>{children}</strong>
}
