import type { Day } from '../../src/domain/dates'
import { paths } from '../../src/paths'
import type { AskView } from '../../src/policy/views'
import { Button, ButtonGroup } from '../govuk'
import { Paragraphs } from '../shared/offer-detail'
import { askedForText } from '../words/asks'
import { waitingText } from '../words/times'

/** What the 18+ team asks an organisation for. It says of nobody that they are there, or how many. */
export function Asks({ asks, today }: { asks: readonly AskView[]; today: Day }) {
  if (asks.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">The 18+ team asks you</h2>
      {asks.map((ask) => (
        <section class="wm-box" aria-labelledby={`ask-${ask.id}`}>
          <h3 class="govuk-heading-s" id={`ask-${ask.id}`}>
            {askedForText(ask)}
          </h3>
          <AskWords ask={ask} today={today} />
          <AskActions ask={ask} />
        </section>
      ))}
    </>
  )
}

/** The message, from the team and not from a person, and since when it stands. */
export function AskWords({ ask, today }: { ask: AskView; today: Day }) {
  const waiting = waitingText(ask.askedAt, today)
  return (
    <>
      <Paragraphs text={ask.words} />
      <p class="wm-secondary">
        Asked by the 18+ team {waiting === 'since today' ? 'today' : `${waiting} ago`}. Everybody who posts
        for your organisation sees this.
      </p>
    </>
  )
}

function AskActions({ ask }: { ask: AskView }) {
  const about = <span class="govuk-visually-hidden">: {askedForText(ask)}</span>
  return (
    <ButtonGroup>
      <Button href={postHref(ask)}>Post one{about}</Button>
      <a class="govuk-link" href={paths.champion.ask(ask.id)}>
        We cannot just now{about}
      </a>
    </ButtonGroup>
  )
}

/** A new opportunity that begins with what was asked for. */
export const postHref = ({ id }: AskView) => `${paths.champion.newOpportunity}?ask=${id}`
