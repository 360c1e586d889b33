import type { Child } from 'hono/jsx'

export type StoryStep = { text: Child; when?: string | undefined; state: 'done' | 'now' | 'next' }

export type StoryProps = { steps: readonly StoryStep[] }

const WORDS = { done: 'Done', now: 'Now', next: 'Next' } as const

/** Where something has got to, told in order: what happened, whose turn it is, what comes next and by when. */
export function Story({ steps }: StoryProps) {
  return (
    <ol class="wm-story">
      {steps.map(({ text, when, state }) => (
        <li
          class={`wm-story__step wm-story__step--${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span class="wm-story__state">{WORDS[state]}</span>
          <div class="wm-story__text">{text}</div>
          {when ? <span class="wm-story__when">{when}</span> : null}
        </li>
      ))}
    </ol>
  )
}
