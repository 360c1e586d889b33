import type { MatchRecord } from '../../db/queries/matches'
import type { CareLeaver } from '../../src/domain/care-leaver'
import { DECLINE_CODES } from '../../src/domain/match'
import { SUPPORTS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Button, CharacterCount, Checkboxes, ErrorSummary, Radios, Select, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { choices } from '../shared/choices'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values, valuesOf } from '../shared/errors'
import { offerOriginText } from '../shared/offer-words'
import { SUPPORT } from '../words/labels'
import { DECLINE } from '../words/states'
import { isolated } from '../words/names'
import { weekdayText } from '../words/times'

export type AnswerOfferPageProps = {
  person: CareLeaver
  match: MatchRecord
  /** They said yes before, and nothing is shared any more: somebody new looks after it, or the share's last day came. */
  isAgain: boolean
  values: Values
  errors: FieldErrors
}

const fieldOf = (values: Values, errors: FieldErrors) => (name: string) => ({
  name,
  value: valueOf(values, name),
  error: errorOf(errors, name),
})

/** What somebody told their adviser about an offer. A yes shares exactly what is written here. */
export function AnswerOfferPage({ person, match, isAgain, values, errors }: AnswerOfferPageProps) {
  const field = fieldOf(values, errors)
  return (
    <Page
      title="Answer for somebody"
      hasErrors={errors.length > 0}
      back={{ href: paths.adviser.person(person.id), text: isolated(person.preferredName) }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">
        What did <bdi>{person.preferredName}</bdi> say to “{match.title}”?
      </h1>
      <p>
        From <bdi>{match.ownerName}</bdi> at {offerOriginText(match)}. {standing(match, isAgain)} Read them
        what would be shared before you send a yes.
      </p>
      <Form action={paths.adviser.offer(person.id, match.id)}>
        <input type="hidden" name="receiver" value={match.ownerId} />
        <Radios
          {...field('answer')}
          legend="Their answer"
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
        <CharacterCount
          {...field('theirWords')}
          label="What they said"
          hint="In their own words. They can read it."
          maxLength={500}
          rows={3}
        />
        <IfYes match={match} values={values} errors={errors} />
        {isAgain ? null : (
          <>
            <h2 class="govuk-heading-m">If no</h2>
            <Select
              {...field('code')}
              label="Why not"
              items={[{ value: '', text: 'Choose one' }, ...choices(DECLINE_CODES, DECLINE)]}
            />
          </>
        )}
        <Button>Save their answer</Button>
      </Form>
    </Page>
  )
}

/** Whether they are asked for the first time, and until when; or again, and why. */
function standing(match: MatchRecord, isAgain: boolean): string {
  if (!isAgain) return `The place is held until ${weekdayText(match.holdUntil ?? '')}.`
  return match.sharing === 'ran-out'
    ? 'They said yes before, and what they shared has come to its last day; “no” stops it.'
    : `They said yes before. ${isolated(match.ownerName)} looks after it now and knows nothing about them until they say so; “no” stops it.`
}

function IfYes({ match, values, errors }: Pick<AnswerOfferPageProps, 'match' | 'values' | 'errors'>) {
  const field = fieldOf(values, errors)
  return (
    <>
      <h2 class="govuk-heading-m">
        If yes: what <bdi>{match.ownerName}</bdi> may see
      </h2>
      <TextInput {...field('nameUsed')} label="Name to use" />
      <TextInput {...field('pronouns')} label="Pronouns, if they want" width={20} />
      <CharacterCount
        {...field('words')}
        label="What they would like to be known"
        hint="No address, birthday or school"
        maxLength={600}
        rows={3}
      />
      <Checkboxes
        name="supports"
        legend="What would help them"
        values={valuesOf(values, 'supports')}
        error={errorOf(errors, 'supports')}
        items={choices(SUPPORTS, SUPPORT)}
      />
    </>
  )
}
