import { ASK_CANNOT_CODES, ASK_CANNOT_WORDS_MAX } from '../../src/domain/champion-ask'
import type { Day } from '../../src/domain/dates'
import { paths } from '../../src/paths'
import type { AskView } from '../../src/policy/views'
import { Button, CharacterCount, ErrorSummary, Radios } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { choices } from '../shared/choices'
import { errorLinks, errorOf, type FieldErrors, valueOf, type Values } from '../shared/errors'
import { ASK_CANNOT, askedForText } from '../words/asks'
import { dayText } from '../words/times'
import { AskWords, postHref } from './asks'

export type AskPageProps = { ask: AskView; today: Day; values: Values; errors: FieldErrors }

/** One thing that the 18+ team asks for: post it, or say that it is not possible just now. */
export function AskPage(props: AskPageProps) {
  const { ask, today, errors } = props
  return (
    <Page
      title={askedForText(ask)}
      hasErrors={errors.length > 0}
      back={{ href: paths.champion.home, text: 'Home' }}
    >
      <ErrorSummary errors={errorLinks(errors)} />
      <span class="govuk-caption-l">The 18+ team asks you</span>
      <h1 class="govuk-heading-l">{askedForText(ask)}</h1>
      <AskWords ask={ask} today={today} />
      {ask.isOpen ? (
        <Answer {...props} />
      ) : (
        <p class="wm-empty">This has ended, so there is nothing to answer any more. Thank you.</p>
      )}
    </Page>
  )
}

function Answer({ ask, values, errors }: AskPageProps) {
  return (
    <>
      <Button href={postHref(ask)}>Post one</Button>
      <h2 class="govuk-heading-m">We cannot just now</h2>
      <p>
        That is fine, and it helps to know. Without an answer it stays on your home page until{' '}
        {dayText(ask.lapsesOn)}.
      </p>
      <Form action={paths.champion.ask(ask.id)}>
        <Radios
          name="code"
          legend="Why not?"
          legendSize="s"
          value={valueOf(values, 'code')}
          error={errorOf(errors, 'code')}
          items={choices(ASK_CANNOT_CODES, ASK_CANNOT)}
        />
        <CharacterCount
          name="words"
          label="Anything to add? (optional)"
          hint="For the 18+ team. Write about nobody in particular."
          maxLength={ASK_CANNOT_WORDS_MAX}
          rows={3}
          value={valueOf(values, 'words')}
          error={errorOf(errors, 'words')}
        />
        <Button variant="secondary">Tell the 18+ team</Button>
      </Form>
    </>
  )
}
