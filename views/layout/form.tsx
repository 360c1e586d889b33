import type { Child } from 'hono/jsx'
import { useFrame } from './frame'

export type FormProps = {
  action: string
  children: Child
  hasFile?: boolean | undefined
  class?: string | undefined
}

/**
 * Every form that changes something. The browser's own checks are off: they speak another language than
 * our error messages, and screen readers hear them badly.
 */
export function Form({ action, children, hasFile, class: look }: FormProps) {
  const { newKey } = useFrame()
  return (
    <form
      method="post"
      action={action}
      novalidate
      class={look}
      enctype={hasFile ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="key" value={newKey()} />
      {children}
    </form>
  )
}
