import type { MatchRecord } from '../../db/queries/matches'
import { SUPPORTS, type Support } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Button, CharacterCount, Checkboxes, ErrorSummary, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values, valuesOf } from '../shared/errors'
import { IntroductionCard } from '../shared/introduction-card'
import { SUPPORT } from '../words/labels'

export function SharePage({
  match,
  values,
  errors,
}: {
  match: MatchRecord
  values: Values
  errors: FieldErrors
}) {
  return (
    <Page
      title="Choose what to share"
      hasErrors={errors.length > 0}
      back={{ href: paths.my.offer(match.id) }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Choose what to share</h1>
      <p>
        This is for <bdi>{match.ownerName}</bdi> at {match.organisationName}, about “{match.title}”. Nobody
        else there sees it. Next you see it exactly as they would.
      </p>
      <Form action={paths.my.share(match.id)}>
        <input type="hidden" name="receiver" value={match.ownerId} />
        <TextInput
          name="nameUsed"
          label="What should they call you?"
          autocomplete="off"
          value={valueOf(values, 'nameUsed')}
          error={errorOf(errors, 'nameUsed')}
        />
        <TextInput
          name="pronouns"
          label="Pronouns, if you want to say"
          hint="For example: she/her, they/them"
          autocomplete="off"
          width={20}
          value={valueOf(values, 'pronouns')}
          error={errorOf(errors, 'pronouns')}
        />
        <CharacterCount
          name="words"
          label="What would you like them to know?"
          hint="You can leave this empty. Do not write your address, birthday or school."
          maxLength={600}
          value={valueOf(values, 'words')}
          error={errorOf(errors, 'words')}
        />
        <Checkboxes
          name="supports"
          legend="What would help you?"
          hint="They see only what you tick, and not why."
          values={valuesOf(values, 'supports')}
          error={errorOf(errors, 'supports')}
          items={SUPPORTS.map((value) => ({ value, text: SUPPORT[value] }))}
        />
        <div class="wm-action">
          <Button isFullWidth>See it as they would</Button>
        </div>
      </Form>
    </Page>
  )
}

export type ShareChoiceView = {
  nameUsed: string
  pronouns: string
  words: string
  supports: readonly Support[]
}

export function SharePreviewPage({ match, choice }: { match: MatchRecord; choice: ShareChoiceView }) {
  return (
    <Page title="This is what they would see" back={{ href: paths.my.offer(match.id) }}>
      <h1 class="govuk-heading-l">This is what they would see</h1>
      <div class="wm-preview">
        <p class="wm-preview__label">
          <bdi>{match.ownerName}</bdi>, {match.organisationName}
        </p>
        <IntroductionCard introduction={choice} />
      </div>
      <p>They also see that you said yes to “{match.title}”. Nothing else.</p>
      <p>
        It lasts at least 60 days, and as long as you are there if you start. You can stop at any time with
        one press.
      </p>
      <Form action={paths.my.accept(match.id)}>
        <Hidden choice={choice} receiver={match.ownerId} />
        <div class="wm-action">
          <Button isFullWidth>Yes, share this</Button>
        </div>
      </Form>
      <Form action={paths.my.share(match.id)}>
        <Hidden choice={choice} receiver={match.ownerId} />
        <button class="wm-link-button" type="submit" name="step" value="change">
          Change something
        </button>
      </Form>
    </Page>
  )
}

/** What was chosen, taken along to the next step: nothing is stored before the yes. */
function Hidden({ choice, receiver }: { choice: ShareChoiceView; receiver: string }) {
  return (
    <>
      <input type="hidden" name="receiver" value={receiver} />
      <input type="hidden" name="nameUsed" value={choice.nameUsed} />
      <input type="hidden" name="pronouns" value={choice.pronouns} />
      <input type="hidden" name="words" value={choice.words} />
      {choice.supports.map((support) => (
        <input type="hidden" name="supports" value={support} />
      ))}
    </>
  )
}
