import type { PublishedOpportunity } from '../../../db/queries/opportunities'
import { OPPORTUNITY_KINDS } from '../../../src/domain/opportunity'
import { DISTRICT_CODES } from '../../../src/domain/taxonomy'
import { BANDS } from '../../../src/matching/cohort/bands'
import { paths } from '../../../src/paths'
import {
  Button,
  Checkboxes,
  DateInput,
  Details,
  ErrorSummary,
  InsetText,
  Radios,
  TextInput,
} from '../../govuk'
import { Form } from '../../layout/form'
import { Page } from '../../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values, valuesOf } from '../../shared/errors'
import { offerOriginText } from '../../shared/offer-words'
import { districtName, KIND } from '../../words/labels'
import { countText } from '../../words/times'

export type NewRoundPageProps = {
  openings: readonly PublishedOpportunity[]
  values: Values
  errors: FieldErrors
}

export function NewRoundPage(props: NewRoundPageProps) {
  const { openings, values, errors } = props
  return (
    <Page
      title="Open a round"
      hasErrors={errors.length > 0}
      back={{ href: paths.team.rounds, text: 'Rounds' }}
    >
      <ErrorSummary errors={errorLinks(errors, ['day'])} />
      <h1 class="govuk-heading-l">Open a round</h1>
      {openings.length === 0 ? (
        <p class="wm-empty">
          No opportunity is live with a free place, so there is nothing to place anybody in. Approve what
          waits for review, or ask the champions for places.
        </p>
      ) : (
        <Form action={paths.team.rounds}>
          <Radios
            name="which"
            legend="Which opportunities?"
            hint="Only those that are live with a free place"
            value={valueOf(values, 'which')}
            error={errorOf(errors, 'which')}
            items={[
              { value: 'kinds', text: 'All of the kinds I tick' },
              { value: 'some', text: 'Only the opportunities I tick' },
            ]}
          />
          <Details
            summary="Kinds"
            isOpen={valueOf(values, 'which') !== 'some' || errorOf(errors, 'kinds') !== undefined}
          >
            <Kinds {...props} />
          </Details>
          <Details
            summary="Opportunities, one by one"
            isOpen={valueOf(values, 'which') === 'some' || errorOf(errors, 'opportunities') !== undefined}
          >
            <Offers {...props} />
          </Details>
          <Checkboxes
            name="districts"
            legend="Which people?"
            hint="Everybody who may be suggested and is waiting, also with an offer under way. Tick districts to take only people who live there."
            isSmall
            values={valuesOf(values, 'districts')}
            error={errorOf(errors, 'districts')}
            items={[...DISTRICT_CODES, 'outside-kent' as const, 'unknown' as const].map((value) => ({
              value,
              text: districtName(value),
            }))}
          />
          <TextInput
            name="waitWeeksMin"
            label="Waiting for at least how many weeks?"
            hint="0 takes everybody who waits"
            width={3}
            inputmode="numeric"
            value={valueOf(values, 'waitWeeksMin')}
            error={errorOf(errors, 'waitWeeksMin')}
          />
          <Radios
            name="pairs"
            legend="Which pairs count?"
            value={valueOf(values, 'pairs')}
            error={errorOf(errors, 'pairs')}
            items={[
              { value: 'eligible', text: 'Only where every rule says yes' },
              {
                value: 'also-unclear',
                text: 'Also where a check or an answer is missing',
                hint: 'You see what is missing before you propose',
              },
            ]}
          />
          <DateInput
            name="day"
            legend="On which day?"
            hint="Today, or a day within four weeks: it is worked out then, with who waits and what is free on that day"
            values={{
              day: valueOf(values, 'day-day'),
              month: valueOf(values, 'day-month'),
              year: valueOf(values, 'day-year'),
            }}
            error={errorOf(errors, 'day')}
          />
          <BandList />
          <Button>Open the round</Button>
        </Form>
      )}
    </Page>
  )
}

const freePlaces = (openings: readonly PublishedOpportunity[]) =>
  openings.reduce((sum, one) => sum + one.places - one.placesTaken, 0)

function Kinds({ openings, values, errors }: NewRoundPageProps) {
  return (
    <Checkboxes
      name="kinds"
      legend="Kinds"
      legendSize="s"
      hint="Ticked are those that usually have fewer places than people"
      isSmall
      values={valuesOf(values, 'kinds')}
      error={errorOf(errors, 'kinds')}
      items={OPPORTUNITY_KINDS.map((kind) => {
        const ofKind = openings.filter((one) => one.kind === kind)
        return {
          value: kind,
          text: `${KIND[kind]}: ${countText(ofKind.length, 'offer', 'offers')}, ${countText(freePlaces(ofKind), 'place', 'places')} free`,
        }
      })}
    />
  )
}

function Offers({ openings, values, errors }: NewRoundPageProps) {
  return (
    <Checkboxes
      name="opportunities"
      legend="Opportunities"
      legendSize="s"
      isSmall
      values={valuesOf(values, 'opportunities')}
      error={errorOf(errors, 'opportunities')}
      items={[...openings]
        .sort((one, other) => (one.title < other.title ? -1 : 1))
        .map((one) => ({
          value: one.id,
          text: one.title,
          hint: `${KIND[one.kind]}, ${countText(freePlaces([one]), 'place', 'places')} free. ${offerOriginText(one)}`,
        }))}
    />
  )
}

/** The published order in which people are served. */
export function BandList() {
  return (
    <InsetText>
      <p>
        <strong>Who is served first.</strong> The bands are the same for every round.
      </p>
      <ol class="govuk-list govuk-list--number">
        {BANDS.map(({ sentence }) => (
          <li>{sentence}</li>
        ))}
      </ol>
      <p>
        Where it is not known whether somebody is in work or study, they count as not in it. Between equals a
        lottery number decides, drawn once for each person and kept with the round.
      </p>
    </InsetText>
  )
}
