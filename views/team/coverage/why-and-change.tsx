import type { WhyUnmatched } from '../../../src/matching/coverage/unmatched'
import { changeText, reasonText, reasonTitle } from './words'

export type WhyAndChangeProps = {
  why: WhyUnmatched
  best: { model: number; people: number } | null
}

/** Why nothing fits somebody, in one line, and in another the one change that would help most. */
export function WhyAndChange({ why, best }: WhyAndChangeProps) {
  const more = reasonText(why)
  return (
    <>
      <div>
        <strong>{reasonTitle(why.reason)}</strong>
        {more ? `: ${more}` : ''}
      </div>
      <div>
        <span class="wm-secondary">Would help most:</span> {changeText(why, best)}
      </div>
    </>
  )
}
