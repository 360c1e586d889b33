import type { DraftWarning } from '../../src/domain/opportunity-draft'
import { warningText } from './words'

export type WarningsProps = { warnings: readonly DraftWarning[]; title: string }

/** What to think about. Hints, never a block: it can be sent as it is. */
export function Warnings({ warnings, title }: WarningsProps) {
  if (warnings.length === 0) return null
  return (
    <section class="wm-box" aria-labelledby="hints">
      <h2 class="govuk-heading-s" id="hints">
        {title}
      </h2>
      {warnings.map((warning) => (
        <Warning {...warningText(warning)} />
      ))}
    </section>
  )
}

function Warning({ title, why, list }: ReturnType<typeof warningText>) {
  return (
    <>
      <p>
        <strong>{title}.</strong> {why}
      </p>
      {list.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {list.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
