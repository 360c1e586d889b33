import type { Child } from 'hono/jsx'
import { classNames } from './class-names'

export type HintProps = { children: Child; id?: string | undefined; class?: string | undefined }

/** A line of help under a label. */
export function Hint({ children, id, class: extra }: HintProps) {
  return (
    <div id={id} class={classNames('govuk-hint', extra)}>
      {children}
    </div>
  )
}
