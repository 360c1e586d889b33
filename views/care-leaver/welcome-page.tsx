import type { Consideration } from '../../src/domain/care-leaver'
import { paths } from '../../src/paths'
import { Button, Details, ErrorSummary, Radios } from '../govuk'
import { Form } from '../layout/form'
import { useFrame } from '../layout/frame'
import { Page } from '../layout/page'
import { errorLinks, errorOf, type FieldErrors } from '../shared/errors'

export function WelcomePage({
  consideration,
  errors,
}: {
  consideration: Consideration
  errors: FieldErrors
}) {
  const { serviceName } = useFrame()
  return (
    <Page title="What this is" hasErrors={errors.length > 0} back={{ href: paths.my.home }}>
      <ErrorSummary errors={errorLinks(errors)} />
      <h1 class="govuk-heading-l">What {serviceName} is</h1>
      <p>
        People across Kent have promised to help: with work, training, mentoring, days out, money and a home.
        Here you can see their offers and say what interests you.
      </p>
      <h2 class="govuk-heading-m">What happens with my information</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>We keep what you tell us here, so we can find offers that fit.</li>
        <li>We never keep your address or postcode.</li>
        <li>
          The people who make offers see nothing about you. That changes only if you say yes to one, and then
          you choose what they see.
        </li>
        <li>You can see who has looked at your information, download it, or close your account.</li>
      </ul>
      <Details summary="People I do not want told">
        <p>
          There may be people or places that should not know about you. You can{' '}
          <a href={paths.my.notTold}>list them</a> at any time. We check the list every time before anything
          is shared.
        </p>
      </Details>
      <Form action={paths.my.welcome}>
        <Radios
          name="answer"
          legend="May the 18+ team suggest you for offers?"
          legendSize="m"
          hint="A computer sorts the list. A person on the team decides and talks to you first. You can change your answer whenever you like."
          value={consideration === 'not-asked' ? undefined : consideration}
          error={errorOf(errors, 'answer')}
          items={[
            {
              value: 'yes',
              text: 'Yes, suggest me',
              hint: 'The team can look at what you like and want, and offer you things',
            },
            {
              value: 'no',
              text: 'No, not for now',
              hint: 'You can still look and ask about any offer yourself',
            },
          ]}
        />
        <div class="wm-action">
          <Button isFullWidth>Save and continue</Button>
        </div>
      </Form>
    </Page>
  )
}
