import type { ChampionAsk } from '../../../db/queries/champion-asks'
import { paths } from '../../../src/paths'
import { Button, InsetText, SummaryList } from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { Paragraphs } from '../../shared/offer-detail'
import { ASK_CANNOT, ASK_STATE, askedForText } from '../../words/asks'
import { dayText, momentText } from '../../words/times'

/** One thing that one organisation was asked for. */
export function AskPage({ ask }: { ask: ChampionAsk }) {
  return (
    <Page title={askedForText(ask)} back={{ href: paths.team.asks, text: 'Asked of the champions' }}>
      <span class="govuk-caption-l">
        Asked of <bdi>{ask.organisationName}</bdi>
      </span>
      <h1 class="govuk-heading-l">{askedForText(ask)}</h1>
      <SummaryList rows={rowsOf(ask)} />
      <h2 class="govuk-heading-m">What they read</h2>
      <InsetText>
        <Paragraphs text={ask.words} />
      </InsetText>
      <p>
        <a href={paths.team.history('ask', ask.id)}>Everything that has happened</a>
      </p>
      {ask.state === 'open' ? (
        <Form action={paths.team.takeBackAsk(ask.id)}>
          <p>Taken back, it leaves their home page. They are not told.</p>
          <Button variant="secondary">Take it back</Button>
        </Form>
      ) : null}
    </Page>
  )
}

function rowsOf(ask: ChampionAsk) {
  return [
    { key: 'How it stands', value: ASK_STATE[ask.state] },
    ...(ask.cannotCode ? [{ key: 'Why', value: ASK_CANNOT[ask.cannotCode] }] : []),
    ...(ask.cannotWords ? [{ key: 'In their words', value: ask.cannotWords }] : []),
    ...(ask.opportunityId
      ? [
          {
            key: 'Posted',
            value: <a href={paths.team.opportunity(ask.opportunityId)}>{ask.opportunityTitle}</a>,
          },
        ]
      : []),
    { key: 'Asked', value: momentText(ask.askedAt) },
    ask.endedAt === null
      ? { key: 'Ends by itself', value: dayText(ask.lapsesOn) }
      : { key: 'Ended', value: momentText(ask.endedAt) },
  ]
}
