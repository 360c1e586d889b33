import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Audience, EMPTY_FRAME, FrameContext, useFrame } from '../layout/frame'

type Markup = ReturnType<typeof raw>

/** By what is shown, then by whom it is shown to. */
const kept = new WeakMap<object, Map<Audience, Markup>>()

/** A form in kept markup would give everybody the same key. */
function refuseForm(): never {
  throw new Error('Kept markup cannot hold a form that changes something')
}

/**
 * Markup that is made once for as long as the thing it shows is in memory, and then given out again. Of the page
 * around it, it knows whose audience it is and nothing else, so nothing personal gets into it.
 */
export function Kept({ of, children }: { of: object; children: Child }) {
  const { audience } = useFrame()
  const made = kept.get(of) ?? new Map<Audience, Markup>()
  kept.set(of, made)
  const before = made.get(audience)
  if (before) return before
  const frame = { ...EMPTY_FRAME, audience, newKey: refuseForm }
  const markup = raw((<FrameContext.Provider value={frame}>{children}</FrameContext.Provider>).toString())
  made.set(audience, markup)
  return markup
}
