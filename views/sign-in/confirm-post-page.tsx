import { paths } from '../../src/paths'
import { Button, Details, ErrorSummary, InsetText, TextInput } from '../govuk'
import { Form } from '../layout/form'
import { Page } from '../layout/page'
import { errorLinks, errorOf } from '../shared/errors'

export type KeptField = { name: string; value: string }

export type ConfirmPostPageProps = {
  /** Where the form goes: the same as before. */
  action: string
  /** All that was typed. */
  fields: readonly KeptField[]
  /** A file cannot be kept in a page; it has to be chosen again. */
  lostFile: boolean
  problem: string | null
  /** Whether a code is on its way: not when too many were asked for. */
  isSent: boolean
}

/** Asked before something personal is shared or changed, when the last code is older than a quarter of an hour. */
export function ConfirmPostPage({ action, fields, lostFile, problem, isSent }: ConfirmPostPageProps) {
  const errors = problem ? [{ field: 'fresh-code', message: problem }] : []
  return (
    <Page title="Confirm it is you" hasErrors={problem !== null}>
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">Confirm it is you</h1>
      <p>This step needs a new code.{isSent ? ' We have sent one to your email address.' : ''}</p>
      <InsetText>
        {lostFile
          ? 'The file could not be kept. Go back and choose it again after this step.'
          : 'Nothing you typed is lost. It is sent when you enter the code.'}
      </InsetText>
      <Form action={action}>
        {fields.map(({ name, value }) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextInput
          name="fresh-code"
          label="Code"
          hint="6 numbers. You can paste it. It works for 10 minutes."
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
          error={errorOf(errors, 'fresh-code')}
        />
        <div class="wm-action">
          <Button isFullWidth>Continue</Button>
        </div>
        <button class="wm-link-button" type="submit" name="new-code" value="yes">
          Send me a new code
        </button>
      </Form>
      <Details summary="The code has not come">
        <p>It can take a minute. Look in your junk or spam folder. Only the newest code works.</p>
        <p>
          Still nothing? <a href={paths.help}>Get help</a> from the team.
        </p>
      </Details>
    </Page>
  )
}
