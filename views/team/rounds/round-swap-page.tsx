import type { RoundOffer, RoundPerson, RoundRecord, Suggestion } from '../../../db/queries/rounds'
import type { SwapEffect } from '../../../src/matching/cohort/swap'
import { paths } from '../../../src/paths'
import { Button, CharacterCount, ErrorSummary, Table } from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../../shared/errors'
import { offerOriginText, titleWithPlace } from '../../shared/offer-words'
import { districtName } from '../../words/labels'
import { Seen } from './round-person-page'
import { numberText } from './words'

type Candidate = { person: number; fit: number; placement: number; about: RoundPerson }

export type RoundSwapPageProps = {
  round: RoundRecord
  offers: readonly RoundOffer[]
  person: RoundPerson
  suggestion: Suggestion
  candidates: readonly Candidate[]
  /** Whom the broker looks at, with what the swap would do. */
  chosen: { about: RoundPerson; placement: number; effect: SwapEffect } | null
  values: Values
  errors: FieldErrors
}

/** Giving somebody's place to somebody else: who could have it, and what it does before it is done. */
export function RoundSwapPage(props: RoundSwapPageProps) {
  const { round, offers, person, suggestion, chosen, errors } = props
  const offer = offers[suggestion.opportunity]
  return (
    <Page
      title={`Swap: ${offer?.title ?? ''}`}
      hasErrors={errors.length > 0}
      back={{ href: paths.team.roundPerson(round.id, person.number), text: 'Back to the person' }}
      isWide
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <div class="wm-dense">
        <h1 class="govuk-heading-l">Who should have “{offer?.title}” instead?</h1>
        {offer ? <p class="wm-secondary">{offerOriginText(offer)}</p> : null}
        <p>
          It is suggested for <bdi>{person.preferredName ?? 'somebody who cannot be shown'}</bdi> (band{' '}
          {person.band}). Whoever has a place gives it to them in exchange; with whoever has none they are
          left without.
        </p>
        {chosen ? <Effect {...props} chosen={chosen} /> : null}
        <Candidates {...props} />
      </div>
    </Page>
  )
}

const nameOf = (offer: RoundOffer | undefined) => (offer ? titleWithPlace(offer) : '')

const hrefOf = ({ round, person }: RoundSwapPageProps, other: number) =>
  `${paths.team.roundSwap(round.id, person.number)}?${new URLSearchParams({ with: String(other) }).toString()}`

function Candidates(props: RoundSwapPageProps) {
  const { candidates, offers } = props
  if (candidates.length === 0)
    return (
      <p class="wm-empty">
        Nobody else of this round could have it: the rules say no to the others, or they could not exchange.
      </p>
    )
  return (
    <Table
      label="Who could have it"
      caption="Who could have it, the best fit first"
      head={[
        { text: 'Name' },
        { text: 'District' },
        { text: 'Band', isNumeric: true },
        { text: 'Fit here', isNumeric: true },
        { text: 'Has now' },
        { text: 'Action' },
      ]}
      rows={candidates.map(({ about, fit, placement }) => [
        <bdi>{about.preferredName}</bdi>,
        districtName(about.district),
        about.band,
        numberText(fit),
        nameOf(offers[placement]) || 'No place',
        <a href={hrefOf(props, about.number)}>
          See what it does
          <span class="govuk-visually-hidden">
            {' '}
            with <bdi>{about.preferredName}</bdi>
          </span>
        </a>,
      ])}
    />
  )
}

type EffectProps = RoundSwapPageProps & { chosen: NonNullable<RoundSwapPageProps['chosen']> }

function Effect({ round, offers, person, suggestion, chosen, values, errors }: EffectProps) {
  const { about, placement, effect } = chosen
  const rows: [string, number | null, number | null][] = [
    ['Placed', effect.before.placed, effect.after.placed],
    ...effect.before.placedByBand.map(([band, placed], index): [string, number, number] => [
      `Placed from band ${band}`,
      placed,
      effect.after.placedByBand[index]?.[1] ?? 0,
    ]),
    ['Fit in all', effect.before.totalFit, effect.after.totalFit],
    ['Worst fit', effect.before.worstFit, effect.after.worstFit],
    ['Envy a later band', effect.before.envyOfLowerBand, effect.after.envyOfLowerBand],
  ]
  return (
    <section>
      <h2 class="govuk-heading-m">
        What it does with <bdi>{about.preferredName}</bdi>
      </h2>
      <p>
        <bdi>{about.preferredName}</bdi> (band {about.band}) gets “{nameOf(offers[suggestion.opportunity])}”.{' '}
        <bdi>{person.preferredName ?? 'The other'}</bdi>{' '}
        {placement === -1 ? 'is left without a place.' : `gets “${nameOf(offers[placement])}”.`}
      </p>
      <Table
        label="What the swap does"
        firstCellIsHeader
        head={[
          { text: 'In the whole round' },
          { text: 'Now', isNumeric: true },
          { text: 'After', isNumeric: true },
          { text: 'Difference', isNumeric: true },
        ]}
        rows={rows.map(([name, before, after]) => [
          name,
          before === null ? '–' : numberText(before),
          after === null ? '–' : numberText(after),
          before === null || after === null ? '–' : differenceText(after - before),
        ])}
      />
      <Form action={paths.team.roundSwap(round.id, person.number)}>
        <Seen suggestion={suggestion} />
        <input type="hidden" name="person" value={about.number} />
        <CharacterCount
          name="reason"
          label="Why you swap them"
          hint="For the record. Both can read it if they ask for their data, so write of neither by name."
          maxLength={1000}
          rows={3}
          value={valueOf(values, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <Button>Swap</Button>
      </Form>
    </section>
  )
}

const differenceText = (difference: number): string =>
  difference > 0 ? `+${numberText(difference)}` : difference === 0 ? '0' : `−${numberText(-difference)}`
